import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../platform/testing/native-cluster.ts'
import type { Endings } from '../endings.ts'
import { findProgram, startServer, untilListening } from '../processes.ts'
import { drawnTables } from './drawn-tables.ts'
import { drawnMapFile, RECORD_LAYERS, recordMapFile } from './map-file.ts'

type Address = { z: number; x: number; y: number }

/** MapServer as a peer: FastCGI processes, one per core, and the addresses of its tiles. */
export type MapServer = Readonly<{
  ports: number[]
  /** A tile from the drawn tables the API reads. */
  path: (layer: string, tile: Address) => string
  /** A tile from the outlines as they were recorded; undefined for layers that have none. */
  recordPath: (layer: string, tile: Address) => string | undefined
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
  const write = (name: string, text: string) => writeFileSync(join(home, name), text)
  for (const table of await drawnTables(url)) write(`${table.layer}-${table.z}.map`, drawnMapFile(table, url))
  for (const layer of RECORD_LAYERS) write(`${layer}.map`, recordMapFile(layer, url))
  write('mapserver.conf', `CONFIG\n ENV\n  "MS_MAP_PATTERN" "^${home}/"\n END\nEND\n`)
  const ports: number[] = []
  for (let i = 0; i < availableParallelism(); i++) ports.push(await startOne(endings, home))
  const pathOf = (map: string, layer: string, { z, x, y }: Address) =>
    `/?map=${home}/${map}.map&mode=tile&tilemode=gmap&tile=${x}+${y}+${z}&layers=${layer}`
  return {
    ports,
    path: (layer, tile) => pathOf(`${layer}-${tile.z}`, layer, tile),
    recordPath: (layer, tile) => (RECORD_LAYERS.some(one => one === layer) ? pathOf(layer, layer, tile) : undefined),
  }
}

async function startOne(endings: Endings, home: string): Promise<number> {
  const port = await freePort()
  const args = ['-n', '-a', '127.0.0.1', '-p', String(port), '--', findProgram('mapserv') ?? '']
  const env = { ...process.env, MAPSERVER_CONFIG_FILE: join(home, 'mapserver.conf') }
  const child = startServer(endings, {
    what: 'MapServer',
    program: findProgram('spawn-fcgi') ?? '',
    args,
    options: { env, cwd: home },
    end: 'SIGKILL', // it hears a polite signal only with its next request
  })
  await untilListening(port, { what: 'MapServer', child })
  return port
}
