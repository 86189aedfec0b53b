import type { Trx } from '../platform/database.ts'
import { type Found, findByName, listPeopleOf, listWordsBeginning, listWordsLike } from './search.queries.ts'
import type { Outcome } from './search-households.ts'
import type { Asked } from './search-kind.rules.ts'
import { beginningWith, meantBy } from './spelling.rules.ts'

/** People looked at before ranking; more than these is a question too wide to answer usefully or quickly. */
const MOST_CANDIDATES = 3000
/** Beginnings are completed from this length on ("ay" begins a hundred names). */
const SHORTEST_BEGINNING = 3

type NameAsked = Pick<Extract<Asked, { kind: 'name' }>, 'words' | 'birthYear'>

/**
 * People by words of their name in any order, whole or begun; with `isForgiving`, also misspelt ones. A word so common
 * that thousands bear it is not listed: the hint asks for surname, year of birth or neighbourhood.
 * @param places neighbourhoods to look in, or null for all of the officer's districts
 */
export async function searchByName(
  trx: Trx,
  asked: NameAsked,
  places: number[] | null,
  { isForgiving = false } = {},
): Promise<Outcome> {
  const words: string[][] = []
  for (const word of asked.words) words.push(await spellingsOf(trx, word, isForgiving))
  if (words.some(list => list.length === 0)) return { rows: [] }
  if (asked.birthYear !== null) words.push([String(asked.birthYear)])
  if (words.length === 0) return { rows: [], hint: 'too_many' }
  if (places === null && (await isTooCommon(trx, words))) return { rows: [], hint: 'too_many' }
  const found = await findByName(trx, { words, whole: asked.words.join(' '), places, most: MOST_CANDIDATES })
  return outcomeOf(found, isForgiving)
}

async function spellingsOf(trx: Trx, word: string, isForgiving: boolean): Promise<string[]> {
  const known =
    word.length >= SHORTEST_BEGINNING
      ? beginningWith(word, await listWordsBeginning(trx, word))
      : [...(await listPeopleOf(trx, [word])).keys()]
  if (!isForgiving) return known
  return [...new Set([...known, ...meantBy(word, await listWordsLike(trx, word))])]
}

/** One word alone is as wide as the people who bear it; two or more are left to the index, which bounds itself. */
async function isTooCommon(trx: Trx, words: readonly string[][]): Promise<boolean> {
  const [only, ...others] = words
  if (!only || others.length > 0) return false
  if (/^\d{4}$/.test(only[0] ?? '')) return true
  const people = await listPeopleOf(trx, only)
  return [...people.values()].reduce((sum, count) => sum + count, 0) > MOST_CANDIDATES
}

function outcomeOf(found: Found, isForgiving: boolean): Outcome {
  if (found.candidates > MOST_CANDIDATES) return { rows: [], hint: 'too_many' }
  const first = found.rows[0]
  const isCorrected = isForgiving && first !== undefined
  return {
    rows: found.rows,
    hint: isCorrected ? 'corrected' : null,
    understood: isCorrected ? `${first.given_name ?? ''} ${first.family_name ?? ''}`.trim() : null,
  }
}
