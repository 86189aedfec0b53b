import type { Trx } from '../platform/database.ts'
import { problem } from '../platform/problem.ts'
import { auditDeed } from '../rights/audit-deed.ts'
import type { Actor } from '../rights/door.ts'
import { maskNationalId } from './national-id.rules.ts'
import { said } from './said.rules.ts'
import type { Hit, SearchAnswer, SearchHint } from './search.contract.ts'
import { findByNationalId, findByNumber, findByPhone, type HitRow, listPlacesNamed } from './search.queries.ts'
import { searchByAddress } from './search-by-address.ts'
import { searchByName } from './search-by-name.ts'
import { type Asked, LEAST_CHARACTERS, lengthOf, recognise } from './search-kind.rules.ts'

export const MOST_HITS = 20

/** What one way of searching found, before it is dressed for the wire. */
export type Outcome = Readonly<{ rows: readonly HitRow[]; hint?: SearchHint | null; understood?: string | null }>

/**
 * Finds households by whatever was typed. Names and addresses only in the officer's districts; whole T.C. numbers, phones
 * and file numbers in the whole province. Every search is audited with what was typed and which files were named.
 * @throws invalid-input under three letters or digits
 */
export async function searchHouseholds(trx: Trx, actor: Actor, typed: string): Promise<SearchAnswer> {
  if (lengthOf(typed) < LEAST_CHARACTERS)
    throw problem('invalid-input', said(actor.language, 'too_short'), { field: 'q' })
  const asked = recognise(typed, new Date().getFullYear())
  const found = await search(trx, asked)
  const answer = dress(actor, asked, found)
  await auditDeed(trx, actor, {
    action: 'household.search',
    subject: { type: 'search', id: null },
    detail: {
      term: termOf(asked, typed),
      kind: asked.kind,
      hits: answer.items.length,
      households: answer.items.map(hit => hit.householdId),
    },
  })
  return answer
}

/** What was typed, with every T.C. number in it masked, also one typed beside a name or with a wrong digit. */
function termOf(asked: Asked, typed: string): string {
  if (asked.kind === 'national_id') return maskNationalId(asked.number)
  return [...typed.replace(/\d{10,}/g, maskNationalId)].slice(0, 120).join('')
}

async function search(trx: Trx, asked: Asked): Promise<Outcome> {
  switch (asked.kind) {
    case 'national_id':
      return asked.isRight
        ? { rows: await findByNationalId(trx, asked.number) }
        : { rows: [], hint: 'wrong_national_id' }
    case 'phone':
      return { rows: await findByPhone(trx, asked.key, MOST_HITS + 1) }
    case 'number':
      return byNumber(trx, asked)
    case 'address':
      return searchByAddress(trx, asked)
    case 'name':
      return byNameOrPlace(trx, asked)
  }
}

/** The last digits of a T.C. number find nobody: whoever has the card has all eleven. */
async function byNumber(trx: Trx, asked: Extract<Asked, { kind: 'number' }>): Promise<Outcome> {
  const rows = await findByNumber(trx, asked.number, MOST_HITS + 1)
  return { rows, hint: rows.length === 0 && asked.isDigits ? 'whole_national_id' : null }
}

/** "Ayşe Yılmaz Bostanlı": when no name has all the words, the last ones may be where they live. */
async function byNameOrPlace(trx: Trx, asked: Extract<Asked, { kind: 'name' }>): Promise<Outcome> {
  if (asked.words.length === 0 && asked.birthYear === null) return { rows: [], hint: 'latin_letters' }
  const plain = await searchByName(trx, asked, null)
  if (plain.rows.length > 0 || (plain.hint === 'too_many' && asked.words.length < 2)) return plain
  for (const size of [1, 2, 3].filter(size => size < asked.words.length)) {
    const places = await listPlacesNamed(trx, asked.words.slice(-size).join(' '))
    if (places.length === 0) continue
    const there = await searchByName(trx, { ...asked, words: asked.words.slice(0, -size) }, places)
    if (there.rows.length > 0 || there.hint === 'too_many') return there
  }
  return plain.hint ? plain : searchByName(trx, asked, null, { isForgiving: true })
}

function dress(actor: Actor, asked: Asked, found: Outcome): SearchAnswer {
  const mine = actor.role === 'intake' || actor.role === 'chief' ? found.rows : found.rows.filter(row => row.is_seen)
  const items = mine.slice(0, MOST_HITS).map(row => hitOf(row, actor))
  return {
    kind: asked.kind,
    items,
    hasMore: mine.length > MOST_HITS,
    hint: found.hint ?? (items.length === 0 ? 'nothing' : null),
    understood: found.understood ?? null,
  }
}

/** A row as it may be shown. */
export function hitOf(row: HitRow, actor: Pick<Actor, 'role'>): Hit {
  return {
    householdId: row.household_id,
    fileNo: row.file_no,
    personId: row.person_id,
    name: [row.given_name, row.family_name].filter(Boolean).join(' '),
    birthYear: row.birth_year,
    hasDied: row.has_died ?? false,
    nationalIdMasked: row.national_id,
    members: row.members,
    district: row.district,
    neighbourhood: row.neighbourhood,
    status: row.status,
    applicationId: row.application_id,
    inScope: row.in_scope,
    joinedIntoId: row.joined_into_id,
    isDissolved: row.dissolved_on !== null,
    access: row.is_relative
      ? 'relative'
      : row.is_seen
        ? 'read'
        : actor.role === 'intake' || (actor.role === 'chief' && row.in_scope)
          ? 'open'
          : 'closed',
  }
}
