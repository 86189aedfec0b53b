/** Misspelt names: how far two words are, and which known words one may have meant. Pure. */

export type KnownWord = Readonly<{ token: string; people: number }>

/** Letters to insert, drop, exchange or swap (optimal string alignment) from one word to the other. */
export function editDistance(a: string, b: string): number {
  let [older, old, row]: [number[], number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j), []]
  for (let i = 1; i <= a.length; i++) {
    row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + same)
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      row[j] = isSwap ? Math.min(best, (older[j - 2] ?? 0) + 1) : best
    }
    ;[older, old] = [old, row]
  }
  return old[b.length] ?? 0
}

/** Errors forgiven: one in short words, two from six letters on. */
const forgiven = (word: string) => (word.length >= 6 ? 2 : 1)
const MOST_SPELLINGS = 12

/** Words that begin with what was typed, the whole word first. */
export function beginningWith(word: string, known: readonly KnownWord[]): string[] {
  return known
    .filter(one => one.token.startsWith(word))
    .sort((a, b) => Number(b.token === word) - Number(a.token === word) || b.people - a.people)
    .slice(0, MOST_SPELLINGS)
    .map(one => one.token)
}

/** Words one may have meant, nearest and commonest first. */
export function meantBy(word: string, known: readonly KnownWord[]): string[] {
  return known
    .map(one => ({ ...one, distance: editDistance(word, one.token) }))
    .filter(one => one.distance <= forgiven(word))
    .sort((a, b) => a.distance - b.distance || b.people - a.people)
    .slice(0, MOST_SPELLINGS)
    .map(one => one.token)
}
