/** Letters of Windows-1254 that Windows-1252 shows otherwise: "KARÞIYAKA" was "KARŞIYAKA". */
const ICELANDIC: Record<string, string> = { Þ: 'Ş', þ: 'ş', Ý: 'İ', ý: 'ı', Ð: 'Ğ', ð: 'ğ' }

/** Windows-1252 images of 0x80–0x9F, to go back from letters to bytes. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Where Windows-1254 differs from Windows-1252 above 0xA0. */
const TURKISH_BYTES: Record<string, number> = { Ğ: 0xd0, İ: 0xdd, Ş: 0xde, ğ: 0xf0, ı: 0xfd, ş: 0xfe }

const strict = new TextDecoder('utf-8', { fatal: true })

export type MendedText = Readonly<{
  text: string
  mended: 'double_encoded' | 'wrong_code_page' | null
  isLost: boolean
}>

/**
 * Trims, composes (NFC) and repairs text that went through a wrong code page: UTF-8 taken for Windows-1252/1254
 * ("Ä°zmir") and Windows-1254 taken for Windows-1252 ("Ýzmir"). `isLost` when letters are gone for good (U+FFFD).
 */
export function mendText(raw: string): MendedText {
  const text = raw
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
  const twice = undoDoubleEncoding(text)
  if (twice !== null) return { text: twice, mended: 'double_encoded', isLost: false }
  if (/[ÞþÝýÐð]/.test(text) && !/[ŞşİıĞğ]/.test(text)) {
    const turkish = text.replace(/[ÞþÝýÐð]/g, letter => ICELANDIC[letter] ?? letter)
    return { text: turkish, mended: 'wrong_code_page', isLost: false }
  }
  return { text, mended: null, isLost: text.includes('\ufffd') }
}

function undoDoubleEncoding(text: string): string | null {
  if (!/[ÂÃÄÅ][^\p{ASCII}]/u.test(text)) return null
  const bytes = new Uint8Array(text.length)
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charAt(i))
    if (byte === null) return null
    bytes[i] = byte
  }
  try {
    return strict.decode(bytes)
  } catch {
    return null
  }
}

function byteOf(letter: string): number | null {
  const code = letter.charCodeAt(0)
  if (code < 0x100) return code
  const high = HIGH.indexOf(letter)
  return high >= 0 ? 0x80 + high : (TURKISH_BYTES[letter] ?? null)
}
