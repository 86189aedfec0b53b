import { expect, test } from 'vitest'
import { matchedPeople } from './matched-people.rules.ts'
import { BELIEVED } from './parameters.rules.ts'
import type { RegistryPerson } from './registry.rules.ts'
import { weighFiles } from './weigh-files.rules.ts'

let made = 0
const HOME = { neighbourhoodId: 4, streetId: 40, addressId: 400, flatNo: '3', phones: ['5321234567'] }

function person(
  householdId: number,
  [givenName, familyName, bornOn]: [string, string, string],
  home: Partial<RegistryPerson> = {},
): RegistryPerson {
  return { id: ++made, householdId, givenName, familyName, bornOn, ...HOME, ...home }
}

/** In a city of a million; the one pair of files of these people, every two of them compared. */
function weighed(people: RegistryPerson[], known: { names?: [string, number][]; days?: [string, number][] } = {}) {
  const pairs = people.flatMap((_, i) => people.slice(i + 1).map((__, j): [number, number] => [i, i + 1 + j]))
  const frequencies = {
    people: 1_000_000,
    names: new Map(known.names),
    days: new Map(known.days ?? [['1970-01-01', 4000]]),
  }
  return weighFiles(people, pairs, { parameters: BELIEVED, frequencies })[0]
}

const MOVED = { neighbourhoodId: 9, streetId: 90, addressId: 900, flatNo: '1', phones: [] }

test('the same person at the same door is the same household; bars add up to the weight', () => {
  const pair = weighed([person(1, ['Ayşe', 'Kaya', '1970-05-03']), person(2, ['AYSE', 'Kaya', '1970-05-03'])])
  expect(pair).toMatchObject({ householdA: 1, householdB: 2, kind: 'same_person' })
  expect(pair?.probability).toBeGreaterThan(0.99)
  expect(pair?.because.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(pair?.weight ?? 0, 9)
})

test('a grown son beside his parents is kin, not the same', () => {
  const pair = weighed([person(1, ['Hasan', 'Kaya', '1960-05-03']), person(2, ['Emre', 'Kaya', '1992-09-21'])])
  expect(pair?.probability).toBeLessThan(0.01)
})

test('a frequent name of the same day elsewhere is no task; with the family it is', () => {
  const names: [string, number][] = [
    ['mehmet', 30_000],
    ['yilmaz', 12_000],
  ]
  const days: [string, number][] = [['1970-01-01', 4000]]
  const mehmet: [string, string, string] = ['Mehmet', 'Yılmaz', '1970-01-01']
  const alone = weighed([person(1, mehmet), person(2, mehmet, MOVED)], { names, days })
  expect(alone?.probability).toBeLessThan(0.05)
  const family = (household: number, home = {}) => [
    person(household, mehmet, home),
    person(household, ['Sevgi', 'Yılmaz', '1974-06-11'], home),
    person(household, ['Doruk', 'Yılmaz', '2004-10-02'], home),
  ]
  const together = weighed([...family(1), ...family(2, MOVED)], { names, days })
  expect(together?.probability).toBeGreaterThan(0.9)
  expect(together?.because.find(({ field }) => field === 'others')).toMatchObject({ level: '2' })
})

test('parameters hold for the size of the registry: a larger one is more sceptical', () => {
  const people = [person(1, ['Ayşe', 'Kaya', '1970-05-03'], MOVED), person(2, ['Ayşe', 'Kaya', '1970-05-03'])]
  const inCity = (count: number) =>
    weighFiles(people, [[0, 1]], {
      parameters: BELIEVED,
      frequencies: { people: count, names: new Map(), days: new Map() },
    })[0]
  expect(inCity(5_000_000)?.because[0]?.weight).toBeLessThan(inCity(50_000)?.because[0]?.weight ?? 0)
})

test('who is who in two files: spelling, maiden name, day and month swapped; each once', () => {
  const first = [
    person(1, ['Neriman', 'Durmaz', '1965-01-08']),
    person(1, ['Can', 'Durmaz', '1990-05-06']),
    person(1, ['Ece', 'Durmaz', '1994-02-02']),
  ]
  const second = [person(2, ['Can', 'Durmaz', '1990-06-05']), person(2, ['Nerimn', 'Tosun', '1965-01-08'])]
  const [neriman, can] = first
  const [canAgain, nerimanAgain] = second
  const pairs = matchedPeople(first, second)
  expect(pairs).toHaveLength(2)
  expect(pairs).toContainEqual({ a: neriman?.id, b: nerimanAgain?.id })
  expect(pairs).toContainEqual({ a: can?.id, b: canAgain?.id })
  expect(matchedPeople(first, [])).toEqual([])
})
