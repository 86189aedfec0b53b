/** Text as people type it. Pure. */

// Control characters (a NUL ends a text in PostgreSQL), halves of a character, and marks that turn the direction of what
// follows (Trojan Source, CVE-2021-42574): a name must read everywhere as it was written. Emoji and Arabic letters stay.
const CONFUSING = /(?![\n\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** Composed (NFC), trimmed, without what only confuses. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(CONFUSING, '').normalize('NFC').trim()
}
