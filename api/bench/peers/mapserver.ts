import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../platform/testing/native-cluster.ts'
import type { Endings } from '../endings.ts'
import { findProgram, startServer, untilListening } from '../processes.ts'
import { type DrawnTable, drawnTables } from './drawn-tables.ts'

/** MapServer as a peer: FastCGI processes, one per core, and where its map files are. */
export type MapServer = Readonly<{
  ports: number[]
  path: (layer: string, tile: { z: number; x: number; y: number }) => string
}>

const NEEDS = ['mapserv', 'spawn-fcgi', 'nginx'] as const

/** Debian packages to install before MapServer can be measured; none when all is there. */
export function missingForMapServer(): string[] {
  const packages = { mapserv: 'cgi-mapserver', 'spawn-fcgi': 'spawn-fcgi', nginx: 'nginx-light' }
  return NEEDS.filter(name => !findProgram(name)).map(name => packages[name])
}

/**
 * Starts MapServer on the same drawn tables the API reads: one small map file for each layer and zoom (it is parsed at
 * every request), no projection (tiles and tables are both EPSG:3857), connections kept open between requests.
 * @see https://mapserver.org/output/mvt.html, https://mapserver.org/optimization/fastcgi.html
 */
export async function startMapServer(endings: Endings, url: string): Promise<MapServer> {
  const home = mkdtempSync(join(tmpdir(), 'komsu-mapserver-'))
  endings.add(() => rmSync(home, { recursive: true, force: true }))
  const tables = await drawnTables(url)
  for (const table of tables) writeFileSync(join(home, mapName(table.layer, table.z)), mapFile(table, url))
  writeFileSync(join(home, 'mapserver.conf'), `CONFIG\n ENV\n  "MS_MAP_PATTERN" "^${home}/"\n END\nEND\n`)
  const ports: number[] = []
  for (let i = 0; i < availableParallelism(); i++) ports.push(await startOne(endings, home))
  return {
    ports,
    path: (layer, { z, x, y }) =>
      `/?map=${home}/${mapName(layer, z)}&mode=tile&tilemode=gmap&tile=${x}+${y}+${z}&layers=${layer}`,
  }
}

async function startOne(endings: Endings, home: string): Promise<number> {
  const port = await freePort()
  const args = ['-n', '-a', '127.0.0.1', '-p', String(port), '--', findProgram('mapserv') ?? '']
  const env = { ...process.env, MAPSERVER_CONFIG_FILE: join(home, 'mapserver.conf') }
  startServer(endings, {
    what: 'MapServer',
    program: findProgram('spawn-fcgi') ?? '',
    args,
    options: { env, cwd: home },
  })
  await untilListening(port, { what: 'MapServer', seconds: 15 })
  return port
}

function mapName(layer: string, z: number): string {
  return `${layer}-${z}.map`
}

function mapFile({ layer, z, table, columns, key, type, filter }: DrawnTable, url: string): string {
  return `MAP
  NAME "bench" STATUS ON UNITS METERS SIZE 256 256 IMAGETYPE "mvt"
  PROJECTION "epsg:3857" END
  EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
  OUTPUTFORMAT NAME "mvt" DRIVER "MVT" EXTENSION "mvt" MIMETYPE "application/vnd.mapbox-vector-tile" FORMATOPTION "EXTENT=4096" FORMATOPTION "EDGE_BUFFER=4" END
  LAYER
    NAME "${layer}" TYPE ${type} STATUS ON
    EXTENT -20037508.34 -20037508.34 20037508.34 20037508.34
    CONNECTIONTYPE POSTGIS CONNECTION "${connection(url)}"
    PROCESSING "CLOSE_CONNECTION=DEFER"
    DATA "geom from ${table} using unique ${key} using srid=3857"
    ${filter ? `PROCESSING "NATIVE_FILTER=${filter}"` : ''}
    METADATA "gml_include_items" "${columns.join(',')}" "gml_types" "auto" END
  END
END
# zoom ${z}
`
}

// MapServer hands this text to libpq; inside, its own quoting is by double quotes.
function connection(url: string): string {
  const { hostname, port, pathname, username, password } = new URL(url)
  const parts = [
    `host=${hostname}`,
    `port=${port || 5432}`,
    `dbname=${pathname.slice(1)}`,
    `user=${username || 'postgres'}`,
  ]
  if (password) parts.push(`password=${decodeURIComponent(password)}`)
  return `${parts.join(' ')} options='-c jit=off -c max_parallel_workers_per_gather=0'`
}
