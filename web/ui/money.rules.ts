/** Liras as people write them here ↔ whole kuruş. Pure. */

/** Above this an amount is a slip of the finger: a billion liras. */
export const MOST_KURUS = 100_000_000_000

/**
 * `1.234,50`, `1234,5`, `1 234`, `1.234`, `12,5`, `₺ 12`, `12 TL` → kuruş; null when unreadable. A point separates thousands,
 * but `1234.50` (one point, two digits, no groups of three) is read as a decimal, for keypads have no comma.
 */
export function parseMoney(text: string): number | null {
  const bare = text.replace(/₺|TL/gi, '').replace(/\s+/g, '').replace(/^−/, '-')
  if (/^-?\d+\.\d{1,2}$/.test(bare)) return toKurus(bare.replace('.', ','))
  const isGrouped = /^-?\d{1,3}(\.\d{3})+(,\d{1,2})?$/.test(bare)
  const isPlain = /^-?\d+(,\d{1,2})?$/.test(bare)
  return isGrouped || isPlain ? toKurus(bare.replaceAll('.', '')) : null
}

/** kuruş → `1.234,50`; whole liras without decimals. */
export function writeMoney(kurus: number): string {
  const whole = Math.trunc(Math.abs(kurus) / 100)
  const rest = Math.abs(kurus) % 100
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${kurus < 0 ? '-' : ''}${grouped}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}

function toKurus(text: string): number | null {
  const [whole = '', rest = ''] = text.split(',')
  const kurus = Math.abs(Number(whole)) * 100 + Number(rest.padEnd(2, '0') || 0)
  if (!Number.isSafeInteger(kurus)) return null
  return text.startsWith('-') && kurus !== 0 ? -kurus : kurus
}
