import { sql } from 'kysely'
import type { Trx } from '../platform/database.ts'
import type { WebApplication, WebStatus } from './web-application.contract.ts'

type Choices = Readonly<{
  today: string
  districts: { id: number; name: string }[]
  aidTypes: { code: string; tr: string; en: string }[]
  consents: { version: string; language: 'tr' | 'en'; title: string; body: string }[]
}>

/** What the form offers; of the consent text the version of today in both languages. */
export async function findChoices(trx: Trx): Promise<Choices> {
  const { rows } = await sql<Choices>`select (now() at time zone 'Europe/Istanbul')::date as today,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by name_key), '[]') from komsu.district where valid_to is null) as districts,
    (select coalesce(jsonb_agg(jsonb_build_object('code', code, 'tr', name_tr, 'en', name_en) order by category, code), '[]') from komsu.aid_type) as "aidTypes",
    (select coalesce(jsonb_agg(jsonb_build_object('version', version, 'language', language, 'title', title, 'body', body)), '[]') from komsu.consent_text
      where version = (select version from komsu.consent_text where valid_from <= current_date order by valid_from desc, version desc limit 1)) as consents`.execute(
    trx,
  )
  const [found] = rows
  if (!found) throw new Error('a select without from has a row')
  return found
}
export type { Choices }

type Knock = Readonly<{ hash: Buffer; kind: 'send' | 'look'; inTenMinutes: number; inADay: number }>

/** Seconds to wait before knocking again; 0: come in, and it is counted. */
export async function knock(trx: Trx, { hash, kind, inTenMinutes, inADay }: Knock): Promise<number> {
  const { rows } = await sql<{
    wait: number
  }>`select komsu.knock(${hash}, ${kind}, ${inTenMinutes}, ${inADay}) as wait`.execute(trx)
  return rows[0]?.wait ?? 0
}

/** The number given to this key before. */
export async function findTrackingNo(trx: Trx, key: string): Promise<string | undefined> {
  const { rows } = await sql<{ no: string | null }>`select komsu.web_tracking_no(${key}) as no`.execute(trx)
  return rows[0]?.no ?? undefined
}

type New = Readonly<{ key: string; trackingNo: string; form: WebApplication }>

/** Puts an application down; of two with one key the second adds nothing. */
export async function insertWebApplication(trx: Trx, { key, trackingNo, form }: New): Promise<void> {
  const { website: _trap, seconds: _seconds, ...payload } = form
  await sql`insert into komsu.web_application (request_id, tracking_no, district_id, payload)
    values (${key}, ${trackingNo}, ${form.districtId}, ${JSON.stringify(payload)}::jsonb) on conflict do nothing`.execute(
    trx,
  )
}

export async function findStatus(trx: Trx, trackingNo: string): Promise<WebStatus | undefined> {
  const { rows } =
    await sql<WebStatus>`select state, since, answer from komsu.web_application_state(${trackingNo})`.execute(trx)
  return rows[0]
}
