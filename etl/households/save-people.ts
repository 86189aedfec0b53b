import { turkishKey } from '../../api/platform/turkish.ts'
import { type ImportSession, stage, touched } from '../loading/session.ts'
import { repeated } from '../loading/tally.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import type { PersonRecord } from './households.contract.ts'
import type { Batch, Filed } from './households.load.ts'

type Known = Readonly<{
  id: number
  household_id: number
  given_name: string
  family_name: string
  sex: string
  born_on: string
  died_on: string | null
  household_role: string
}>
type Written = Readonly<{
  nationalId: string
  givenName: string
  familyName: string
  sex: string
  bornOn: string
  diedOn: string | null
  role: string
}>

const LIKE = {
  household_id: 'bigint',
  national_id: 'text',
  given_name: 'text',
  family_name: 'text',
  name_key: 'text',
  sex: 'text',
  born_on: 'date',
  died_on: 'date',
  household_role: 'text',
}

/**
 * Finds or writes the people of a batch by national id. A person of another household, twice in the file, or new without
 * name, sex or day of birth is rejected and leaves the batch.
 * @returns person id by national id
 */
export async function savePeople(
  session: ImportSession,
  batch: Batch,
  households: ReadonlyMap<string, number>,
): Promise<Map<string, number>> {
  const before = await findPeople(session, batch.rows)
  const heads = await headedHouseholds(session, [...households.values()])
  const seen = new Map<string, number>()
  const staged: (string | number | null)[][] = []
  const good: Filed[] = []
  for (const row of batch.rows) {
    const { person } = row
    const householdId = households.get(row.fileNo) ?? 0
    const known = person ? before.get(person.nationalId) : undefined
    const wrong = person ? whyNot(row, person, { known, householdId, seenAt: seen.get(person.nationalId) }) : null
    if (wrong) {
      session.tally.reject(row.line, wrong)
      continue
    }
    good.push(row)
    if (!person) continue
    seen.set(person.nationalId, row.line)
    const written = complete(person, known, heads.has(householdId))
    if (written.role === 'head') heads.add(householdId)
    batch.outcomes.get(row.line)?.push(known ? (isSame(known, written) ? 'unchanged' : 'updated') : 'loaded')
    staged.push([
      householdId,
      written.nationalId,
      written.givenName,
      written.familyName,
      turkishKey(`${written.givenName} ${written.familyName}`),
      written.sex,
      written.bornOn,
      written.diedOn,
      written.role,
    ])
  }
  batch.rows.splice(0, batch.rows.length, ...good)
  await stage(session, { name: 'person_in', like: LIKE }, staged)
  await write(session)
  return new Map([...(await findPeople(session, batch.rows))].map(([nationalId, { id }]) => [nationalId, id]))
}

async function findPeople({ client }: ImportSession, rows: readonly Filed[]): Promise<Map<string, Known>> {
  const ids = rows.flatMap(row => (row.person ? [row.person.nationalId] : []))
  const found = await client.query(
    'select id, household_id, national_id, given_name, family_name, sex, born_on, died_on, household_role from komsu.person where national_id = any ($1)',
    [ids],
  )
  return new Map(found.rows.map(row => [row.national_id, row]))
}

async function headedHouseholds({ client }: ImportSession, ids: readonly number[]): Promise<Set<number>> {
  const found = await client.query(
    `select household_id from komsu.person where household_id = any ($1::bigint[]) and household_role = 'head'`,
    [ids],
  )
  return new Set(found.rows.map(row => row.household_id))
}

function whyNot(
  { theirs, fileNo }: Filed,
  person: PersonRecord,
  at: { known: Known | undefined; householdId: number; seenAt: number | undefined },
): Fault | null {
  if (at.seenAt !== undefined) return repeated(theirs('national_id'), person.nationalId, at.seenAt)
  if (at.known && at.known.household_id !== at.householdId)
    return fault(theirs('national_id'), person.nationalId, [
      `Bu kişi başka bir hanenin dosyasında kayıtlı; ${fileNo} dosyasına alınmadı.`,
      'This person belongs to another household; not moved.',
    ])
  if (at.known) return null
  const missing = (['given_name', 'family_name', 'sex', 'born_on'] as const).find(
    field =>
      person[
        ({ given_name: 'givenName', family_name: 'familyName', sex: 'sex', born_on: 'bornOn' } as const)[field]
      ] === null,
  )
  return missing
    ? fault(theirs(missing), null, [
        'Yeni kişi için ad, soyad, cinsiyet ve doğum tarihi gerekir.',
        'A new person needs given name, family name, sex and day of birth.',
      ])
    : null
}

/** What the file does not say is kept; the first person of a household without a head is its head. */
function complete(person: PersonRecord, known: Known | undefined, hasHead: boolean): Written {
  return {
    nationalId: person.nationalId,
    givenName: person.givenName ?? known?.given_name ?? '',
    familyName: person.familyName ?? known?.family_name ?? '',
    sex: person.sex ?? known?.sex ?? '',
    bornOn: person.bornOn ?? known?.born_on ?? '',
    diedOn: person.diedOn ?? known?.died_on ?? null,
    role: person.role ?? known?.household_role ?? (hasHead ? 'other' : 'head'),
  }
}

function isSame(known: Known, one: Written): boolean {
  return (
    known.given_name === one.givenName &&
    known.family_name === one.familyName &&
    known.sex === one.sex &&
    known.born_on === one.bornOn &&
    known.died_on === one.diedOn &&
    known.household_role === one.role
  )
}

async function write(session: ImportSession): Promise<void> {
  const columns = Object.keys(LIKE)
  const rest = columns.filter(column => column !== 'national_id')
  await touched(
    session,
    `update komsu.person p set ${rest.map(column => `${column} = s.${column}`).join(', ')} from pg_temp.person_in s where s.national_id = p.national_id
       and row(${rest.map(column => `p.${column}`).join(', ')}) is distinct from row(${rest.map(column => `s.${column}`).join(', ')})`,
  )
  await touched(
    session,
    `insert into komsu.person (${columns.join(', ')}) select ${columns.join(', ')} from pg_temp.person_in s where not exists (select from komsu.person p where p.national_id = s.national_id)`,
  )
}
