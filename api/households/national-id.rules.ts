/** How a T.C. number is shown where the whole of it is not needed. Pure. */

/** 812******06: enough to compare with a card in the hand, not to copy. */
export function maskNationalId(number: string): string {
  return `${number.slice(0, 3)}******${number.slice(9)}`
}
