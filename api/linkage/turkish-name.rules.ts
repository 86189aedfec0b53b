/** Turkish names made comparable: one spelling for what an officer would call the same name. Pure. */
import { lowerTurkish } from '../platform/turkish.ts'

const FOLD: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ş: 's', ğ: 'g', ç: 'c', ö: 'o', ü: 'u', ə: 'e', ß: 'ss', æ: 'ae', ø: 'o', ł: 'l', đ: 'd' },
}

/** Cyrillic letters that look like Latin ones: typed on the wrong keyboard or pasted from a document. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', ё: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x' },
  ...{ і: 'i', ї: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ѵ: 'v', ӏ: 'l' },
}

/**
 * Spellings of one name that an officer takes for each other. They count as alike, not as the same: two sisters may be
 * Fatma and Fadime.
 */
const ALIASES: readonly (readonly string[])[] = [
  ['mehmet', 'muhammet', 'mohammet', 'muhamet', 'mohamet', 'mahammet', 'muhammat', 'mohammat'],
  ['fatma', 'fatima', 'fatime', 'fadime', 'fadima'],
  ['ayse', 'aise', 'aysa', 'aisa', 'aisha'],
  ['hatice', 'hadice', 'hatica', 'khadija', 'hadija'],
  ['huseyin', 'huseyn', 'hussein', 'hussain', 'husein'],
  ['ahmet', 'ahmat', 'ehmet'],
  ['yusuf', 'yusif', 'yousef', 'youssef'],
  ['ibrahim', 'ebrahim', 'ibraheem'],
  ['omer', 'umar', 'omar'],
  ['osman', 'othman', 'uthman'],
  ['suleyman', 'sulayman', 'suleiman'],
  ['zeynep', 'zaynap', 'zainap'],
  ['meryem', 'maryam', 'mariam'],
  ['halit', 'khalit'],
  ['halil', 'khalil'],
  ['ismail', 'ismael', 'esmail'],
  ['mustafa', 'mostafa', 'moustafa'],
  ['hasan', 'hassan'],
  ['abdullah', 'abdulla', 'apdullah', 'abdallah'],
  ['abdurrahman', 'abdulrahman', 'abdurahman'],
]

const CANONICAL = new Map(ALIASES.flatMap(([first = '', ...others]) => others.map(other => [other, first] as const)))

/**
 * The words of a name as they are compared: NFC, Turkish lower case, Turkish letters and accents folded to ASCII
 * (ı/i, ş/s, â/a), lookalike Cyrillic read as Latin, a final d or b hardened (Ahmed = Ahmet, Zeyneb = Zeynep). Names in
 * other scripts keep their letters. Empty for a text without letters or digits.
 */
export function nameWords(text: string): string[] {
  return lowerTurkish(text.normalize('NFC'))
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(word => harden(foldWord(word)))
    .filter(word => word !== '')
}

/** The name with every word brought to its usual spelling: Muhammed Ali and Mehmet Ali are the same here. */
export function usualName(words: readonly string[]): string {
  return words.map(word => CANONICAL.get(word) ?? word).join('')
}

function harden(word: string): string {
  return word.length > 3 ? word.replace(/d$/, 't').replace(/b$/, 'p') : word
}

function foldWord(word: string): string {
  const latin = readLookalikes(word)
  return latin
    .replace(/[^a-z0-9]/g, letter => FOLD[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
}

/** A word is read as Latin only when every Cyrillic letter in it has a Latin lookalike: "Иван" stays as it is. */
function readLookalikes(word: string): string {
  if (!/\p{Script=Cyrillic}/u.test(word)) return word
  const read = word.replace(/\p{Script=Cyrillic}/gu, letter => LOOKALIKE[letter] ?? letter)
  return /\p{Script=Cyrillic}/u.test(read) ? word : read
}
