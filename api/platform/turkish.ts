/**
 * One home for Turkish spelling: casing, search keys and sort keys. The embedded database has no ICU, so keys are made
 * here and stored (HOUSE.md §4).
 */

const collator = new Intl.Collator('tr', { numeric: true })

/** Compares two names in Turkish alphabetical order, numbers by value ("2. Sokak" before "10. Sokak"). */
export function compareTurkish(a: string, b: string): number {
  return collator.compare(a, b)
}

/** Lower case by Turkish rules: I → ı, İ → i. */
export function lowerTurkish(text: string): string {
  return text.toLocaleLowerCase('tr')
}

/** Upper case by Turkish rules: i → İ, ı → I. */
export function upperTurkish(text: string): string {
  return text.toLocaleUpperCase('tr')
}

const FOLD: Record<string, string> = { ı: 'i', ş: 's', ğ: 'g', ç: 'c', ö: 'o', ü: 'u', â: 'a', î: 'i', û: 'u' }

const ABBREVIATIONS: Record<string, string> = {
  mah: '',
  mh: '',
  mahallesi: '',
  mahalle: '',
  koyu: '',
  cad: 'cadde',
  cd: 'cadde',
  caddesi: 'cadde',
  sok: 'sokak',
  sk: 'sokak',
  sokagi: 'sokak',
  blv: 'bulvar',
  bul: 'bulvar',
  bulvari: 'bulvar',
}

/**
 * Search key of a name: Turkish lower case, letters folded to ASCII, punctuation to blanks, common abbreviations spelled
 * out or dropped. "KÂZIM KARABEKİR MAH." and "kazim karabekir" have the same key. Never empty for a name with letters.
 */
export function turkishKey(text: string): string {
  const words = lowerTurkish(text.normalize('NFC'))
    .replace(/[ışğçöüâîû]/g, letter => FOLD[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9/]+/g, ' ')
    .trim()
    .split(' ')
  const spelled = words.map(word => ABBREVIATIONS[word] ?? word).filter(word => word !== '')
  return (spelled.length > 0 ? spelled : words).join(' ')
}
