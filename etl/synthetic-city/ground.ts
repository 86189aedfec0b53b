import { createHash } from 'node:crypto'
import type pg from 'pg'
import { InputError } from '../../api/platform/command.ts'
import { dayOf } from './calendar.ts'
import { type Span, spanUntil } from './history.ts'
import { findImportedVintage, readImportedPlaces } from './imported-places.ts'
import { adoptRegistry, countRegistryStreets, type LaidStreet, readStreetLines } from './known-streets.ts'
import { layStreets } from './network.ts'
import type { Places } from './places.ts'
import { makeSchematicPlaces, type SchematicPlaces } from './schematic-places.ts'
import type { StandingCity } from './standing-city.ts'

/** Raised when the same seed gives another city than before. */
const GENERATOR = 'demo-3'
// As komsu.area_id_seq: above every registry code.
const FIRST_AREA_ID = 9_000_000_001
const SCHEMATIC_PROVINCE = 35

/** What the database offers to build on, and the figures its rules are made with. */
export type Ground = Readonly<{
  vintage: { id: number; province: number } | undefined
  span: Span
  fingerprint: string
}>

/** @throws InputError when the date is not one, or the province has areas without outlines that the demo city would double */
export async function surveyGround(
  client: pg.ClientBase,
  how: { until: string; standing: StandingCity | undefined; districts: readonly string[] | undefined },
): Promise<Ground> {
  const vintage = await findImportedVintage(client)
  if (!vintage) await assertFree(client, how.standing)
  const wages = await client.query(
    `select valid_from, value from komsu.parameter where code = 'net_minimum_wage_kurus' order by valid_from`,
  )
  const minimum = await client.query(
    `select value from komsu.parameter where code = 'minimum_need_score' and valid_from <= $1 order by valid_from desc limit 1`,
    [how.until],
  )
  const figures = {
    wages: wages.rows.map(row => ({ from: dayOf(row.valid_from), kurus: row.value })),
    minimumScore: minimum.rows[0]?.value ?? 50,
  }
  if (figures.wages.length === 0)
    throw new InputError(
      `Asgari ücret tanımlı değil (komsu.parameter, net_minimum_wage_kurus). There is no minimum wage in komsu.parameter.`,
    )
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([GENERATOR, vintage ?? null, how.districts ?? null, figures]))
    .digest('hex')
  return { vintage, span: spanUntil(how.until, figures), fingerprint }
}

async function assertFree(client: pg.ClientBase, standing: StandingCity | undefined): Promise<void> {
  const { rows } = await client.query(
    'select count(*) as others from komsu.district where province_id = $1 and not (id between $2 and $3)',
    [SCHEMATIC_PROVINCE, standing?.first_area_id ?? 0, standing?.last_area_id ?? 0],
  )
  if (rows[0].others === 0) return
  throw new InputError(`İzmir'in ${rows[0].others} ilçesi yüklü ama mahalle sınırı yok; demo kenti onları ikiler. Önce mahalle sınırlarını yükleyin: npm run komsu -- import neighbourhoods DOSYA
İzmir has ${rows[0].others} districts here but no neighbourhood boundaries; the demo city would double them. Import boundaries first: npm run komsu -- import neighbourhoods FILE`)
}

export type Site = Readonly<{
  places: Places
  schematic: SchematicPlaces | undefined
  streets: LaidStreet[]
  hasLines: boolean
  firstAreaId: number | null
  lastAreaId: number | null
}>

/** Lays out places and streets: on imported boundaries where there are any, on the schematic İzmir otherwise. */
export async function layOut(
  client: pg.ClientBase,
  ground: Ground,
  how: { seed: number; streets: number; standing: StandingCity | undefined; districts: readonly string[] | undefined },
): Promise<Site> {
  const firstId = await firstFreeId(client, how.standing)
  if (!ground.vintage) return layOutSchematic(firstId, how)
  const places = await readImportedPlaces(client, ground.vintage)
  const lines = await readStreetLines(client, places)
  if (lines.length > 0)
    return {
      places,
      schematic: undefined,
      streets: lines.map(street => ({ ...street, isNew: false })),
      hasLines: true,
      firstAreaId: null,
      lastAreaId: null,
    }
  const registry = await countRegistryStreets(client, places)
  const laid = layStreets(places, {
    wanted: how.streets,
    seed: how.seed,
    firstId,
    ...(registry.length > 0 ? { each: registry } : {}),
  })
  const streets = await adoptRegistry(client, places, laid)
  return {
    places,
    schematic: undefined,
    streets,
    hasLines: false,
    firstAreaId: firstId,
    lastAreaId: firstId + laid.length - 1,
  }
}

function layOutSchematic(
  firstId: number,
  how: { seed: number; streets: number; districts: readonly string[] | undefined },
): Site {
  const places = makeSchematicPlaces(how.seed, { firstId, only: how.districts })
  const firstStreet = firstId + places.districts.length + places.neighbourhoods.length
  const streets = layStreets(places, { wanted: how.streets, seed: how.seed, firstId: firstStreet }).map(street => ({
    ...street,
    isNew: true,
  }))
  return {
    places,
    schematic: places,
    streets,
    hasLines: false,
    firstAreaId: firstId,
    lastAreaId: firstStreet + streets.length - 1,
  }
}

// A replaced schematic city hands its ids to the next one.
async function firstFreeId(client: pg.ClientBase, standing: StandingCity | undefined): Promise<number> {
  if (standing?.places === 'schematic' && standing.first_area_id !== null) return standing.first_area_id
  const { rows } = await client.query(
    `select greatest($1, 1 + (select max(id) from komsu.district), 1 + (select max(id) from komsu.neighbourhood), 1 + (select max(id) from komsu.street)) as id`,
    [FIRST_AREA_ID],
  )
  return rows[0].id
}
