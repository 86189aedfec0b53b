/**
 * How alike two texts are. Pure; texts are compared by code point and should be NFC. Checked against jellyfish 0.8.9 and
 * R stringdist 0.9.10 (../shared/vectors/f02_string_similarity_tr.json).
 */

/**
 * Jaro similarity, 0 … 1. Letters match when they are equal and at most ⌊longer / 2⌋ − 1 places apart; transpositions
 * are half the matched letters out of order, rounded down (Jaro 1989, as in Winkler's strcmp95).
 */
export function jaro(a: string, b: string): number {
  const [x, y] = [letters(a), letters(b)]
  if (x.length === 0 && y.length === 0) return 1
  const reach = Math.max(0, Math.floor(Math.max(x.length, y.length) / 2) - 1)
  const { taken, matched } = scratch(x.length, y.length)
  let matches = 0
  for (let i = 0; i < x.length; i++) {
    const letter = x.charCodeAt(i)
    const end = Math.min(y.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= end; j++) {
      if (taken[j] || letter !== y.charCodeAt(j)) continue
      taken[j] = 1
      matched[matches++] = letter
      break
    }
  }
  if (matches === 0) return 0
  const transpositions = Math.floor(outOfOrder(matched, y, taken) / 2)
  return (matches / x.length + matches / y.length + (matches - transpositions) / matches) / 3
}

function outOfOrder(matched: Uint16Array, y: string, taken: Uint8Array): number {
  let at = 0
  let count = 0
  for (let j = 0; j < y.length; j++) {
    if (!taken[j]) continue
    if (matched[at] !== y.charCodeAt(j)) count++
    at++
  }
  return count
}

/** Kept between calls: millions of short names are compared, and allocation was most of the time. */
let kept = { taken: new Uint8Array(64), matched: new Uint16Array(64) }

function scratch(x: number, y: number): typeof kept {
  if (kept.taken.length < y || kept.matched.length < x)
    kept = { taken: new Uint8Array(2 * y), matched: new Uint16Array(2 * x) }
  kept.taken.fill(0, 0, y)
  return kept
}

/** Above this Jaro similarity a common beginning counts for more. */
const BOOST_ABOVE = 0.7
const BOOST_PER_LETTER = 0.1
const LONGEST_PREFIX = 4

/**
 * Jaro–Winkler similarity, 0 … 1: Jaro plus 0.1 × (common beginning, at most 4 letters) × (1 − Jaro), and only where Jaro
 * is above 0.7. That is Winkler's own rule (strcmp95, jellyfish); R stringdist boosts always, so the two differ below 0.7.
 */
export function jaroWinkler(a: string, b: string): number {
  const plain = jaro(a, b)
  if (plain <= BOOST_ABOVE) return plain
  const [x, y] = [letters(a), letters(b)]
  const longest = Math.min(LONGEST_PREFIX, x.length, y.length)
  let prefix = 0
  while (prefix < longest && x[prefix] === y[prefix]) prefix++
  return plain + prefix * BOOST_PER_LETTER * (1 - plain)
}

/** Letters to insert, delete or replace to make one text of the other (Levenshtein 1965). */
export function levenshtein(a: string, b: string): number {
  return edits(letters(a), letters(b), false)
}

/**
 * Levenshtein with the swap of two neighbouring letters as one step, no part edited twice (optimal string alignment, the
 * restricted Damerau–Levenshtein: "CA" → "ABC" is 3).
 */
export function osa(a: string, b: string): number {
  return edits(letters(a), letters(b), true)
}

function edits(x: string, y: string, withSwaps: boolean): number {
  let twoAbove: number[] = []
  let above = Array.from({ length: y.length + 1 }, (_, j) => j)
  for (let i = 1; i <= x.length; i++) {
    const row = [i]
    for (let j = 1; j <= y.length; j++) {
      const isSame = x[i - 1] === y[j - 1]
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (withSwaps && i > 1 && j > 1 && x[i - 1] === y[j - 2] && x[i - 2] === y[j - 1])
        least = Math.min(least, (twoAbove[j - 2] ?? 0) + 1)
      row.push(least)
    }
    twoAbove = above
    above = row
  }
  return above[y.length] ?? 0
}

/** Whether `osa` is exactly 1, told in one pass: one letter more, less or other, or two neighbours swapped. */
export function isOneEditApart(a: string, b: string): boolean {
  const [x, y] = a.length <= b.length ? [letters(a), letters(b)] : [letters(b), letters(a)]
  const longer = y.length - x.length
  if (longer > 1 || longer < 0 || x === y) return false
  let start = 0
  while (start < x.length && x[start] === y[start]) start++
  let end = 0
  while (end < x.length - start && x[x.length - 1 - end] === y[y.length - 1 - end]) end++
  const left = x.length - start - end
  if (longer === 1) return left === 0
  return left === 1 || (left === 2 && x[start] === y[start + 1] && x[start + 1] === y[start])
}

const SURROGATE = /[\ud800-\udfff]/

/** One code unit a letter: a letter outside the basic plane takes one of the private-use area in its stead. */
function letters(text: string): string {
  if (!SURROGATE.test(text)) return text
  return Array.from(text, letter =>
    letter.length === 1 ? letter : String.fromCharCode(0xe000 + ((letter.codePointAt(0) ?? 0) % 6400)),
  ).join('')
}
