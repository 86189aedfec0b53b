import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { Role } from '../platform/role.ts'
import { ROLES } from '../platform/role.ts'
import type { Session, SessionOfficer } from './session.contract.ts'
import { IDLE_MINUTES, SESSION_HOURS, type Tries, WINDOW_MINUTES } from './session.rules.ts'

export type Candidate = Readonly<{ id: number; password_hash: string; is_active: boolean; is_demo: boolean }>

export function findCandidate(trx: Trx, username: string): Promise<Candidate | undefined> {
  return trx
    .selectFrom('officer')
    .select(['id', 'password_hash', 'is_active', 'is_demo'])
    .where('username', '=', username)
    .executeTakeFirst()
}

/** Failures by name and address, by name, and by address; a success of the name from there begins the first anew. */
export async function countTries(trx: Trx, from: { username: string; addressHash: Buffer }) {
  const { rows } = await sql<{ person: Tries; name: Tries; address: Tries }>`
    with recent as (
      select username, address_hash, succeeded, at from login_attempt
      where at > now() - make_interval(mins => ${WINDOW_MINUTES})
        and (username = ${from.username} or address_hash = ${from.addressHash})
    ), failed as (
      select *, username = ${from.username} as by_name, address_hash = ${from.addressHash} as by_address from recent r
      where not succeeded and not exists (
        select from recent s where s.succeeded and s.username = r.username and s.address_hash = r.address_hash and s.at > r.at)
    )
    select ${tries(sql`by_name and by_address`)} as person, ${tries(sql`by_name`)} as name, ${tries(sql`by_address`)} as address
    from failed`.execute(trx)
  const [counted] = rows
  if (!counted) throw new Error('an aggregate without a row')
  return counted
}

const tries = (which: ReturnType<typeof sql>) => sql`jsonb_build_object(
  'failures', count(*) filter (where ${which}),
  'newestSecondsAgo', coalesce(extract(epoch from now() - max(at) filter (where ${which})), 0))`

/** One name's tries are counted one after the other, so that many at once are not all the fifth. */
export async function lockTries(trx: Trx, username: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('komsu.login ' || ${username}, 0))`.execute(trx)
}

export async function addFailure(trx: Trx, from: { username: string; addressHash: Buffer }): Promise<number> {
  const { id } = await trx
    .insertInto('login_attempt')
    .values({ username: from.username, address_hash: from.addressHash, succeeded: false })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The try turned out well: it replaces its failure. */
export async function turnIntoSuccess(trx: Trx, attempt: number): Promise<void> {
  await sql`with gone as (delete from login_attempt where id = ${attempt} returning username, address_hash)
    insert into login_attempt (username, address_hash, succeeded) select username, address_hash, true from gone`.execute(
    trx,
  )
}

/** Salt of today, made by whoever asks first. */
export async function saltOfToday(trx: Trx, fresh: Buffer): Promise<Buffer> {
  await sql`insert into address_salt (day, salt) values (current_date, ${fresh}) on conflict do nothing`.execute(trx)
  const { rows } = await sql<{ salt: Buffer }>`select salt from address_salt where day = current_date`.execute(trx)
  return rows[0]?.salt ?? fresh
}

export async function insertSession(trx: Trx, tokenHash: Buffer, officerId: number): Promise<void> {
  await trx
    .insertInto('session')
    .values({
      token_hash: tokenHash,
      officer_id: officerId,
      expires_at: sql`now() + make_interval(hours => ${SESSION_HOURS})`,
    })
    .execute()
}

/** Ends a session; the officer whose it was, if there was one. */
export async function deleteSession(trx: Trx, tokenHash: Buffer): Promise<number | undefined> {
  const gone = await trx
    .deleteFrom('session')
    .where('token_hash', '=', tokenHash)
    .returning('officer_id')
    .executeTakeFirst()
  return gone?.officer_id
}

/** Worthless sessions, tries and salts older than a day. */
export async function sweep(trx: Trx): Promise<void> {
  await sql`delete from session where expires_at < now() or last_seen_at < now() - make_interval(mins => ${IDLE_MINUTES})`.execute(
    trx,
  )
  await sql`delete from login_attempt where at < now() - interval '1 day'`.execute(trx)
  await sql`delete from address_salt where day < current_date - 1`.execute(trx)
  await sql`delete from idempotency where made_at < now() - interval '30 days'`.execute(trx)
}

/** The officer of an open session, and keeps it open (written at most once a minute). */
export async function findOfficerOf(
  trx: Trx,
  tokenHash: Buffer,
  allowDemo: boolean,
): Promise<SessionOfficer | undefined> {
  const { rows } = await sql<{
    id: number
    username: string
    displayName: string
    roles: Role[]
    districts: number[] | null
    isStale: boolean
  }>`
    select o.id, o.username, o.display_name as "displayName", s.last_seen_at < now() - interval '1 minute' as "isStale",
      (select coalesce(jsonb_agg(role order by role), '[]') from officer_role where officer_id = o.id) as roles,
      case when (select bool_and(all_districts) from officer_role where officer_id = o.id) then null
        else (select coalesce(jsonb_agg(district_id order by district_id), '[]') from officer_district where officer_id = o.id)
      end as districts
    from session s join officer o on o.id = s.officer_id
    where s.token_hash = ${tokenHash} and s.expires_at > now()
      and s.last_seen_at > now() - make_interval(mins => ${IDLE_MINUTES})
      and o.is_active and (${allowDemo} or not o.is_demo)`.execute(trx)
  const [found] = rows
  if (!found) return undefined
  const { isStale, ...officer } = found
  if (isStale) await sql`update session set last_seen_at = now() where token_hash = ${tokenHash}`.execute(trx)
  return officer
}

export async function listDemoAccounts(trx: Trx): Promise<Session['demoAccounts']> {
  const rows = await trx
    .selectFrom('officer')
    .select(['username', 'display_name'])
    .where('is_demo', '=', true)
    .where('is_active', '=', true)
    .where('username', 'in', ROLES) // one for each role; the demo's further inspectors sign in too, but would only lengthen the list
    .orderBy('id')
    .execute()
  return rows.map(row => ({ username: row.username, displayName: row.display_name }))
}
