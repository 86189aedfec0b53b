import { type Found, judged, ratios } from './aims.ts'
import { startApi } from './api-servers.ts'
import type { Bench } from './bench.ts'
import { compareContent } from './compare-content.ts'
import { getJson } from './load/get.ts'
import { LoadClient } from './load/load-client.ts'
import { reportCity, reportMachine } from './machine.ts'
import { type Field, layFiles, measureGround, type SentTile } from './measure-tiles.ts'
import { drawnTables } from './peers/drawn-tables.ts'
import { missingForMapServer, startMapServer } from './peers/mapserver.ts'
import { startNginx } from './peers/nginx.ts'
import { prepareCity } from './prepare-city.ts'
import { median } from './report.ts'
import { inhabitedTiles, popularTiles } from './tile-list.ts'
import { tilesWithContent } from './tiles-with-content.ts'

const LAYERS = ['district', 'neighbourhood', 'street', 'water', 'point'] as const

const COMPARED = [
  ['api cold', 'sql'],
  ['api cold', 'sql mvt'],
  ['api cold', 'mapserver'],
  ['api cold', 'mapserver records'],
  ['api made', 'sql'],
  ['api made', 'sql mvt'],
  ['api made', 'mapserver'],
  ['api warm', 'nginx'],
] as const

/** `npm run bench -- tiles`: README.md says what is compared with what. */
export async function benchTiles(bench: Bench): Promise<void> {
  const city = await prepareCity(bench)
  const field = await startField(bench, city.url)
  await reportMachine(bench, city.url)
  await reportCity(bench, city)
  const inhabited = await inhabitedTiles(city.url)
  const found: Found[] = []
  for (const layer of bench.options.layers ?? LAYERS) {
    const { minzoom, maxzoom } = await getJson<{ minzoom: number; maxzoom: number }>(
      field.api.port,
      `/tiles/${layer}.json`,
    )
    for (const z of bench.options.zooms.filter(one => one >= minzoom && one <= maxzoom)) {
      const one = await measureLayer(field, { layer, z, inhabited })
      if (one) found.push(one)
    }
  }
  for (const line of judged(found)) bench.emit(line)
}

async function startField(bench: Bench, url: string): Promise<Field> {
  const api = { port: await startApi(bench, url), makingPort: await startApi(bench, url, 'made') }
  const missing = missingForMapServer()
  if (missing.length > 0) {
    bench.note(
      `LEFT OUT: ${missing.includes('nginx-light') ? 'nginx and MapServer' : 'MapServer'}. To measure them: apt-get install ${missing.join(' ')}`,
    )
  }
  const mapServer = missing.length === 0 ? await startMapServer(bench.endings, url) : undefined
  const nginx = await startNginx(bench.endings, mapServer?.ports ?? [])
  return { bench, url, client: new LoadClient(bench.endings), api, nginx, mapServer, drawn: await drawnTables(url) }
}

async function measureLayer(
  field: Field,
  { layer, z, inhabited }: { layer: string; z: number; inhabited: Awaited<ReturnType<typeof inhabitedTiles>> },
): Promise<Found | undefined> {
  const { options, note } = field.bench
  const count = options.quick ? 8 : 300
  const candidates = popularTiles(inhabited, { z, count: count * 4, seed: options.seed })
  const { sent, empty } = await tilesWithContent(field.api.port, { layer, candidates, count })
  note(`${layer} z${z}: ${sent.length} tiles with content, ${empty} without`)
  if (sent.length === 0) return undefined
  if (field.nginx) layFiles(field.nginx, layer, sent)
  for (const line of await compareContent(field, { layer, z, sent })) field.bench.emit(line)
  const drawn = field.drawn.find(one => one.layer === layer && one.z === z)
  if (!drawn) throw new Error(`layer ${layer} has no drawn table for zoom ${z}`)
  const measured = await measureGround(field, { layer, z, drawn, tiles: sent })
  const found = { layer, z, measured, largest: Math.max(...sent.map(one => one.body.length)) }
  report(field, { found, sent, empty })
  return found
}

function report(
  { bench }: Field,
  { found, sent, empty }: { found: Found; sent: readonly SentTile[]; empty: number },
): void {
  const where = { layer: found.layer, zoom: found.z }
  const middle = median(sent.map(one => one.body.length))
  const encodings = [...new Set(sent.map(one => one.encoding))].join(', ')
  bench.emit({
    case: 'size',
    value: found.largest,
    unit: 'bytes',
    ...where,
    median: middle,
    tiles: sent.length,
    empty,
    encodings,
  })
  for (const { case: name, clients, summary } of found.measured) {
    bench.emit({ case: name, value: summary.p50, unit: 'ms', ...where, clients, ...summary, tiles: sent.length })
  }
  for (const [of, to] of COMPARED) {
    for (const { clients, value } of ratios(of, to)(found))
      bench.emit({ case: `${of} / ${to}`, value, unit: '×', ...where, clients })
  }
}
