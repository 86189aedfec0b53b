/** Which letters of two texts differ, so that an eye finds the one that matters. Pure. */

/** A stretch of text that both have, or that is only here; `at`: letters before it. */
type Stretch = Readonly<{ text: string; isShared: boolean; at: number }>

/**
 * Both texts cut into what they share (the longest common subsequence of letters, upper and lower case alike) and what is
 * only theirs. Texts too long to compare letter by letter are taken whole.
 */
export function differences(a: string, b: string): [Stretch[], Stretch[]] {
  const [x, y] = [[...a], [...b]]
  if (x.length * y.length > MOST)
    return [[{ text: a, isShared: a === b, at: 0 }], [{ text: b, isShared: a === b, at: 0 }]]
  const [sharedX, sharedY] = sharedLetters(x, y)
  return [stretches(x, sharedX), stretches(y, sharedY)]
}

const MOST = 250_000

const isSame = (a: string | undefined, b: string | undefined) =>
  a !== undefined && b !== undefined && a.toLocaleLowerCase('tr') === b.toLocaleLowerCase('tr')

function sharedLetters(x: readonly string[], y: readonly string[]): [Set<number>, Set<number>] {
  const longest = Array.from({ length: x.length + 1 }, () => new Array<number>(y.length + 1).fill(0))
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0
  for (let i = x.length - 1; i >= 0; i--)
    for (let j = y.length - 1; j >= 0; j--) {
      const row = longest[i]
      if (row) row[j] = isSame(x[i], y[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  const shared: [Set<number>, Set<number>] = [new Set(), new Set()]
  let [i, j] = [0, 0]
  while (i < x.length && j < y.length) {
    if (isSame(x[i], y[j])) {
      shared[0].add(i++)
      shared[1].add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return shared
}

function stretches(letters: readonly string[], shared: ReadonlySet<number>): Stretch[] {
  const found: { text: string; isShared: boolean; at: number }[] = []
  letters.forEach((letter, i) => {
    const last = found.at(-1)
    if (last && last.isShared === shared.has(i)) last.text += letter
    else found.push({ text: letter, isShared: shared.has(i), at: i })
  })
  return found
}
