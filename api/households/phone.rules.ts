/** Phone numbers as they are compared. Pure. */

/**
 * Key of a phone in any writing: ten digits of Türkiye (0532 123 45 67, +90 (232) 1234567, 5321234567), or + and the
 * digits of another country; null when it is no phone.
 */
export function phoneKey(text: string): string | null {
  const compact = text.replace(/[\s().\-/\p{Cf}]+/gu, '')
  const home = /^(?:\+90|0090|90|0)?([2-58]\d{9})$/.exec(compact)
  if (home) return home[1] ?? null
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/.exec(compact)
  return abroad && !abroad[1]?.startsWith('90') ? `+${abroad[1]}` : null
}

/** Key of an e-mail address; null when it cannot be one. */
export function emailKey(text: string): string | null {
  const compact = text.trim().toLowerCase()
  return /^[^\s@<>"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?\.[a-z]{2,}$/.test(compact) ? compact : null
}
