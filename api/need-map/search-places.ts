import type { Trx } from '../platform/database.ts'
import { compareTurkish, turkishKey } from '../platform/turkish.ts'
import { LEVELS } from './city-tree.rules.ts'
import type { SearchResult } from './need-map.contract.ts'
import { findPlaces, GRADES, type Grade, listWhereabouts, type Place } from './search.queries.ts'

const MOST = 20
const FEW = 5 // with fewer direct hits, a misspelling is likelier than a rare name

/**
 * Places whose name is, begins with, contains or nearly is what was typed, in any Turkish spelling or abbreviation;
 * "kazımdirik bornova" finds a place within another. Best first: by how well it answers, then the larger area.
 */
export async function searchPlaces(trx: Trx, typed: string): Promise<SearchResult> {
  const key = turkishKey(typed)
  if (key === '') return { items: [] } // punctuation alone is the beginning of every name
  const plain = await findByGrade(trx, GRADES.slice(0, 3), { key })
  const within = plain.length === 0 ? await findWithin(trx, key) : []
  const found = [...plain, ...within]
  const near = found.length < FEW && key.length > 2 ? await findByGrade(trx, ['near'], { key }) : []
  const best = [...found, ...near].sort(byAnswer).slice(0, MOST)
  return { items: await describe(trx, best) }
}

async function findByGrade(
  trx: Trx,
  grades: readonly Grade[],
  asked: { key: string; within?: string },
): Promise<Place[]> {
  const found: Place[] = []
  for (const level of LEVELS)
    for (const grade of grades) found.push(...(await findPlaces(trx, level, { ...asked, grade })))
  return found
}

/** "bornova kazimdirik" and "kazimdirik bornova": one end of the words is the place, the other what it lies in. */
async function findWithin(trx: Trx, key: string): Promise<Place[]> {
  const words = key.split(' ').slice(0, 6)
  const found = new Map<string, Place>()
  for (let cut = 1; cut < words.length; cut++) {
    const [head, tail] = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')]
    for (const asked of [
      { key: head, within: tail },
      { key: tail, within: head },
    ])
      for (const place of await findByGrade(trx, ['exact', 'prefix'], asked))
        found.set(`${place.level} ${place.id}`, place)
  }
  return [...found.values()]
}

function byAnswer(a: Place, b: Place): number {
  return (
    GRADES.indexOf(a.grade) - GRADES.indexOf(b.grade) ||
    LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) ||
    b.similarity - a.similarity ||
    compareTurkish(a.name, b.name)
  )
}

async function describe(trx: Trx, places: readonly Place[]): Promise<SearchResult['items']> {
  const where = new Map((await listWhereabouts(trx, places)).map(one => [`${one.level} ${one.id}`, one]))
  return places.map(({ level, id, name }) => {
    const { parentName = null, bbox = null } = where.get(`${level} ${id}`) ?? {}
    return { level, id, name, parentName, bbox }
  })
}
