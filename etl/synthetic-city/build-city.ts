import type pg from 'pg'
import type { Progress } from '../../api/platform/command.ts'
import type { Database } from '../../api/platform/database.ts'
import { assignOpenApplications } from './assign-open-applications.ts'
import { layOut, surveyGround } from './ground.ts'
import { loadPeople } from './load-people.ts'
import { loadPlaces, type Session } from './load-places.ts'
import { loadPoints, loadStreets } from './load-streets.ts'
import { needField } from './need-field.ts'
import {
  assertNoRealHouseholds,
  findStandingCity,
  isSameCity,
  type Recipe,
  removeAbandonedAreas,
  removeCity,
} from './standing-city.ts'
import type { SynthesiseAnswer, SynthesiseOptions } from './synthesise.ts'
import { sendWebApplications } from './web-applications.ts'

type Order = Required<Omit<SynthesiseOptions, 'districts'>> & Pick<SynthesiseOptions, 'districts'>

/** Builds the city in one transaction, then draws it; see `synthesiseCity`. */
export async function buildCity(db: Database, order: Order, progress: Progress): Promise<SynthesiseAnswer> {
  const started = performance.now()
  const built = await inTransaction(db, client => build({ db, client }, order, progress))
  const steps: Record<string, number> = { ...built.steps }
  const { drawGeometry } = await import('../draw-geometry/draw-geometry.ts')
  steps.draw = await seconds(() => drawGeometry(db, progress))
  return { ...built, steps, seconds: Math.round(performance.now() - started) / 1000 }
}

type Built = Omit<SynthesiseAnswer, 'seconds'>

const LOCK = 7_203_540

async function build({ db, client }: Session, order: Order, progress: Progress): Promise<Built> {
  await client.query('select pg_advisory_xact_lock($1)', [LOCK])
  await assertNoRealHouseholds(client)
  const standing = await findStandingCity(client)
  const ground = await surveyGround(client, { until: order.until, standing, districts: order.districts })
  const places = ground.vintage ? 'imported' : 'schematic'
  const recipe: Recipe = {
    seed: order.seed,
    households: order.households,
    streets: order.streets,
    until: order.until,
    places,
    fingerprint: ground.fingerprint,
  }
  const answer = { city: 'demo', places, seed: order.seed, until: order.until } as const
  if (standing && isSameCity(standing, recipe)) {
    await assignOpenApplications(client) // demo accounts may have come since
    return { ...answer, unchanged: true, replaced: false, counts: standing.counts as Built['counts'], steps: {} }
  }
  const steps: Record<string, number> = {}
  if (standing) await removeCity(client, standing)
  progress('Kent çiziliyor · laying out the city', 0, 1)
  const { value: site, took } = await timed(() =>
    layOut(client, ground, { ...order, standing, districts: order.districts }),
  )
  progress('Kent çiziliyor · laying out the city', 1, 1)
  steps.layOut = took
  steps.places = await seconds(async () => {
    if (site.schematic) await loadPlaces({ db, client }, site.schematic)
    if (!site.hasLines) await loadStreets({ db, client }, site.places, site.streets)
    if (standing && !site.schematic) await removeAbandonedAreas(client, standing)
  })
  const points = await loadPoints({ db, client }, site.places, site.streets)
  const field = needField(site.places, order.seed)
  const people = await loadPeople(
    { db, client },
    { site, field, span: ground.span, seed: order.seed, households: order.households },
    progress,
  )
  Object.assign(steps, people.steps)
  await sendWebApplications(client, order)
  const counts = {
    district: site.places.districts.length,
    neighbourhood: site.places.neighbourhoods.length,
    street: site.streets.length,
    point: points,
    ...people.counts,
  }
  await client.query(
    `insert into komsu.synthetic_city (province_id, seed, households, streets, until, places, fingerprint, first_area_id, last_area_id, first_address_id, last_address_id, counts)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      site.places.provinceId,
      recipe.seed,
      recipe.households,
      recipe.streets,
      recipe.until,
      places,
      recipe.fingerprint,
      site.firstAreaId,
      site.lastAreaId,
      people.firstAddress,
      people.lastAddress,
      counts,
    ],
  )
  if (site.lastAreaId !== null)
    await client.query(`select setval('komsu.area_id_seq', greatest($1, (select last_value from komsu.area_id_seq)))`, [
      site.lastAreaId,
    ])
  await assignOpenApplications(client)
  return { ...answer, unchanged: false, replaced: standing !== undefined, counts, steps }
}

async function inTransaction<T>(db: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const started = performance.now()
  const value = await work()
  return { value, took: Math.round(performance.now() - started) / 1000 }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  return (await timed(work)).took
}
