import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export type Embedded = Readonly<{
  /** Folder holding the PostgreSQL socket; give it to pg as `host`. */
  socketFolder: string
  /** Folder of the data; files laid here are readable by `copy … from '/pglite/data/…'`. */
  dataFolder: string
  /** Ends the child if this call started it; otherwise leaves the other process's database alone. */
  close: () => Promise<void>
}>

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Opens the embedded PostGIS of a folder, or joins the one another Komşu process already has open.
 * @param dataFolder folder for the database, made when absent
 * @throws when the child ends before it is ready (its stderr is passed through)
 */
export async function openEmbedded(dataFolder: string): Promise<Embedded> {
  const folder = resolve(dataFolder)
  const socketFolder = socketFolderOf(folder)
  if (await answers(join(socketFolder, '.s.PGSQL.5432'))) {
    return { socketFolder, dataFolder: folder, close: async () => {} }
  }
  mkdirSync(folder, { recursive: true })
  const child = spawn(
    process.execPath,
    ['--import', TSX, fileURLToPath(new URL('./serve-embedded.ts', import.meta.url)), folder, socketFolder],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  await ready(child)
  return { socketFolder, dataFolder: folder, close: () => ended(child) }
}

/** True once the folder holds a database. */
export function hasEmbedded(dataFolder: string): boolean {
  return existsSync(join(dataFolder, 'PG_VERSION'))
}

// Unix socket paths are limited to 107 bytes, so the socket lives under the temporary folder, not beside the data.
function socketFolderOf(folder: string): string {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16)
  return join(tmpdir(), `komsu-${userInfo().uid}-${name}`)
}

function answers(path: string): Promise<boolean> {
  if (!existsSync(path)) return Promise.resolve(false)
  return new Promise(done => {
    const socket = createConnection(path)
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    child.once('message', () => done())
    child.once('exit', code => fail(new Error(`The embedded database ended while opening (exit ${code}).`)))
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve()
  return new Promise(done => {
    child.once('exit', () => done())
    if (child.connected) child.send('stop')
    else child.kill()
  })
}
