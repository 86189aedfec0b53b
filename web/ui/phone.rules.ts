/** Phone numbers of Türkiye as they are typed. Pure. */

/** `0532 123 45 67`, `+90 (232) 1234567`, `5321234567` → `+905321234567`; null when it is not a number of Türkiye. */
export function parsePhone(text: string): string | null {
  const digits = text.replace(/[\s().\-/]+/g, '')
  const match = /^(?:\+90|0090|90|0)?([2-58]\d{9})$/.exec(digits)
  return match ? `+90${match[1]}` : null
}

/** `+905321234567` → `0532 123 45 67`; another number as it is. */
export function writePhone(phone: string): string {
  const match = /^\+90(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return match ? `0${match[1]} ${match[2]} ${match[3]} ${match[4]}` : phone
}
