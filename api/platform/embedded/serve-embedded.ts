/**
 * Child process: opens PGlite + PostGIS in a folder and speaks the PostgreSQL wire protocol on a Unix socket,
 * so that the rest of Komşu knows one driver (pg) only. It ends with its parent.
 * argv: data folder, socket folder.
 */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { postgis } from '@electric-sql/pglite-postgis'
import { takeFolder } from './private-folder.ts'
import { serveWire } from './wire-server.ts'

const [dataFolder = '', socketFolder = ''] = process.argv.slice(2)
if (!dataFolder || !socketFolder) throw new Error('usage: serve-embedded <data folder> <socket folder>')

process.on('SIGINT', () => {}) // the parent decides when to end
process.on('disconnect', () => void stop())
process.on('message', message => void (message === 'stop' && stop()))

process.on('uncaughtException', broke) // Node would print the whole minified source beside it

const db = await PGlite.create(dataFolder, { extensions: { postgis, pg_trgm, unaccent } })
await db.exec('create extension if not exists postgis')
await db.exec("set search_path = komsu, public; set timezone = 'Europe/Istanbul'") // one session for all clients
takeFolder(socketFolder) // again: the process before may just have removed it
const socket = join(socketFolder, '.s.PGSQL.5432')
rmSync(socket, { force: true })
const server = serveWire(db, broke)
server.listen(socket, () => process.send?.('ready'))

function broke(error: unknown): void {
  process.stderr.write(`The embedded database broke: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(70)
}

let isStopping = false
async function stop(): Promise<void> {
  if (isStopping) return
  isStopping = true
  server.close()
  await db.close()
  rmSync(socketFolder, { recursive: true, force: true })
  process.exit(0)
}
