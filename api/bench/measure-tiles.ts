import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Bench } from './bench.ts'
import { BROWSER } from './load/get.ts'
import type { LoadClient } from './load/load-client.ts'
import { type DrawnTable, tileInSql } from './peers/drawn-tables.ts'
import type { MapServer } from './peers/mapserver.ts'
import type { Nginx } from './peers/nginx.ts'
import { pgbench } from './pgbench.ts'
import { ask } from './prepare-city.ts'
import { type Pass, type Summary, summarise } from './report.ts'
import { type Tile, visits } from './tile-list.ts'

/** Everything that answers tiles in one run. */
export type Field = Readonly<{
  bench: Bench
  url: string
  client: LoadClient
  /** The server as operators run it, and one that keeps nothing and has nothing rendered. */
  api: Readonly<{ port: number; makingPort: number }>
  nginx: Nginx | undefined
  mapServer: MapServer | undefined
  drawn: readonly DrawnTable[]
}>

/** One layer at one zoom: distinct tiles with content, likelier first. */
export type Ground = Readonly<{ layer: string; z: number; drawn: DrawnTable; tiles: readonly SentTile[] }>

/** What a case is called in the report. */
export type Case =
  | 'sql'
  | 'sql mvt'
  | 'api cold'
  | 'api made'
  | 'api warm'
  | 'mapserver'
  | 'mapserver records'
  | 'nginx'
export type Measured = Readonly<{ case: Case; clients: number; summary: Summary }>

type Contestant = Readonly<{ case: Case; pass: (clients: number) => Promise<Pass> }>

const CLIENTS = [1, 4] as const

/** Address of a tile. */
export const tilePath = (layer: string, { z, x, y }: Tile) => `/tiles/${layer}/${z}/${x}/${y}.mvt`

/**
 * Measures one layer at one zoom. Contestants take turns, three times over, so that whatever else the machine does meets
 * all of them. Each begins with an unmeasured pass that opens its connections and warms the database's pages.
 */
export async function measureGround(field: Field, ground: Ground): Promise<Measured[]> {
  const { quick } = field.bench.options
  const groups = [coldContestants(field, ground), warmContestants(field, ground)]
  const measured: Measured[] = []
  for (const contestants of groups) {
    for (const contestant of contestants) await contestant.pass(CLIENTS.at(-1) ?? 1)
    for (const clients of CLIENTS) measured.push(...(await inTurns(contestants, { clients, turns: quick ? 1 : 3 })))
  }
  return measured
}

async function inTurns(
  contestants: readonly Contestant[],
  { clients, turns }: { clients: number; turns: number },
): Promise<Measured[]> {
  const passes = contestants.map((): Pass[] => [])
  for (let turn = 0; turn < turns; turn++) {
    for (const [i, contestant] of contestants.entries()) passes[i]?.push(await contestant.pass(clients))
  }
  return contestants.map((contestant, i) => ({ case: contestant.case, clients, summary: summarise(passes[i] ?? []) }))
}

function coldContestants(field: Field, ground: Ground): Contestant[] {
  const { layer, tiles } = ground
  const rounds = Math.ceil((field.bench.options.quick ? 8 : 200) / tiles.length)
  const repeated = (paths: string[]) => Array.from({ length: rounds }, () => paths).flat()
  const { api, nginx, mapServer } = field
  const contestants: Contestant[] = [
    { case: 'sql', pass: clients => runSql(field, ground, { sql: layerSql(ground), clients, rounds }) },
    { case: 'sql mvt', pass: clients => runSql(field, ground, { sql: tileInSql(ground.drawn), clients, rounds }) },
    { case: 'api cold', pass: askedCold(field, ground) },
    { case: 'api made', pass: asked(field, api.makingPort, repeated(tiles.map(tile => tilePath(layer, tile)))) },
  ]
  if (!nginx || !mapServer) return contestants
  const mapped = (name: Case, pathOf: MapServer['recordPath']) => {
    const paths = tiles.map(tile => pathOf(layer, tile)).filter(path => path !== undefined)
    if (paths.length > 0) contestants.push({ case: name, pass: asked(field, nginx.mapServerPort, repeated(paths)) })
  }
  mapped('mapserver', mapServer.path)
  mapped('mapserver records', mapServer.recordPath)
  return contestants
}

/**
 * Each tile once from a server that keeps none of them: before each round the geometry is declared changed, as an import
 * does, and the server drops what it kept. Few tiles are asked in several rounds.
 */
function askedCold(field: Field, { layer, tiles }: Ground): Contestant['pass'] {
  const paths = tiles.map(tile => tilePath(layer, tile))
  const rounds = Math.min(field.bench.options.quick ? 1 : 3, Math.ceil(40 / paths.length))
  const opening = `/tiles/${layer}.json` // also reads the version
  const once = asked(field, field.api.port, paths, { opening })
  return async clients => {
    const passes: Pass[] = []
    for (let round = 0; round < rounds; round++) {
      await ask(field.url, `update komsu.data_version set version = version + 1 where scope = 'geometry'`)
      await sleep(NOTICED_MS)
      await asked(field, field.api.port, [opening])(1)
      await sleep(200) // … and with a new one fetches what is rendered to zoom 10
      passes.push(await once(clients))
    }
    return {
      latencies: passes.flatMap(pass => pass.latencies),
      seconds: passes.reduce((sum, pass) => sum + pass.seconds, 0),
    }
  }
}

// The server asks for the version of the geometry once a second (api/tiles/geometry-version.ts).
const NOTICED_MS = 1100

/** What the API asks the database for a tile (api/tiles/tile-queries.ts). */
function layerSql({ layer, z }: Ground): string {
  return `select part, shapes, ids, names, marks from tile.${layer}(${z}, :x, :y)`
}

function runSql(
  { bench, url }: Field,
  { tiles }: Ground,
  of: { sql: string; clients: number; rounds: number },
): Promise<Pass> {
  return pgbench(bench.endings, url, { rows: tiles.map(({ x, y }) => ({ x, y })), ...of })
}

function warmContestants(field: Field, { layer, tiles }: Ground): Contestant[] {
  const { quick, seed } = field.bench.options
  const looked = visits(tiles, { count: quick ? 50 : 2000, seed })
  const until = { seconds: quick ? 0.1 : 1 }
  const inStore = looked.map(tile => tilePath(layer, tile))
  const onDisk = looked.map(tile => filePath(layer, tile))
  const contestants: Contestant[] = [{ case: 'api warm', pass: asked(field, field.api.port, inStore, { until }) }]
  if (field.nginx) contestants.push({ case: 'nginx', pass: asked(field, field.nginx.filesPort, onDisk, { until }) })
  return contestants
}

function asked(
  field: Field,
  port: number,
  paths: string[],
  { until, opening }: { until?: { seconds: number }; opening?: string } = {},
): Contestant['pass'] {
  return async clients => {
    const outcome = await field.client.ask({
      port,
      paths,
      connections: clients,
      opening: opening ?? paths[0] ?? '/',
      until: until ?? 'each once',
      headers: BROWSER,
    })
    const wrong = Object.keys(outcome.statuses).filter(status => status !== '200')
    if (wrong.length > 0)
      throw new Error(`${paths[0]} and others on port ${port} answered ${JSON.stringify(outcome.statuses)}`)
    return outcome
  }
}

/** A tile as the API sends it. */
export type SentTile = Tile & Readonly<{ body: Buffer; encoding: string }>

/** Lays what the API sent where nginx serves it from: the same addresses, the same bytes. */
export function layFiles(nginx: Nginx, layer: string, sent: readonly SentTile[]): void {
  for (const tile of sent) {
    const file = join(nginx.filesFolder, filePath(layer, tile))
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, tile.body)
  }
}

// nginx names the coding of a whole folder.
function filePath(layer: string, tile: SentTile): string {
  return `/${tile.encoding}${tilePath(layer, tile)}`
}
