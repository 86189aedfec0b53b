import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differences } from './diff.rules.ts'

const only = (side: { text: string; isShared: boolean }[]) => side.filter(one => !one.isShared).map(one => one.text)

test('marks the letters that differ and nothing else', () => {
  const [a, b] = differences('Durmaz', 'Durmza')
  expect([only(a), only(b)].flat().join('')).toMatch(/^[az]{2}$/)
  expect(differences('Işık', 'IŞIK').map(only)).toEqual([[], []])
  expect(differences('08.01.1965', '08.01.1975').map(only)).toEqual([['6'], ['7']])
  expect(differences('', 'Can').map(only)).toEqual([[], ['Can']])
})

test('both sides keep their text, and share the same letters', () => {
  const word = fc.stringMatching(/^[abcçı ]{0,12}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      const [x, y] = differences(a, b)
      const shared = (side: typeof x) => side.flatMap(one => (one.isShared ? [one.text] : [])).join('')
      return x.map(one => one.text).join('') === a && y.map(one => one.text).join('') === b && shared(x) === shared(y)
    }),
  )
})
