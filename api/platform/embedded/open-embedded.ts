import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createConnection } from 'node:net'
import { tmpdir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { claimFolder, isClaimed } from './claim-folder.ts'
import { closeFolder, takeFolder } from './private-folder.ts'

export type Embedded = Readonly<{
  /** Folder holding the PostgreSQL socket; give it to pg as `host`. */
  socketFolder: string
  /** Folder of the data; files laid here are readable by `copy … from '/pglite/data/…'`. */
  dataFolder: string
  /** Resolves with the exit code if the child this call started ends by itself: the database is gone. */
  died: Promise<number | null>
  /** Whether another Komşu process has the database open and this one joined it. */
  isJoined: boolean
  /** Ends the child if this call started it; otherwise leaves the other process's database alone. */
  close: () => Promise<void>
}>

const SOCKET = '.s.PGSQL.5432'
/** Longest another process may take to open before we give up on it (a first start makes the database). */
const OPENING_S = 120

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/**
 * Opens the embedded PostGIS of a folder, or joins the one another Komşu process already has open.
 * @param dataFolder folder for the database, made when absent
 * @throws when the child ends before it is ready (its stderr is passed through)
 */
export async function openEmbedded(dataFolder: string): Promise<Embedded> {
  const folder = resolve(dataFolder)
  const socketFolder = socketFolderOf(folder)
  closeFolder(folder)
  takeFolder(socketFolder)
  const release = await claimOrSee(folder, join(socketFolder, SOCKET))
  if (!release) {
    const died = new Promise<never>(() => {})
    return { socketFolder, dataFolder: folder, died, isJoined: true, close: async () => {} }
  }
  const child = spawn(
    process.execPath,
    ['--import', TSX, fileURLToPath(new URL('./serve-embedded.ts', import.meta.url)), folder, socketFolder],
    { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  child.once('exit', release)
  await ready(child)
  return { socketFolder, dataFolder: folder, isJoined: false, ...watched(child) }
}

/** The folder for ourselves; undefined once another process's database on it answers. */
async function claimOrSee(folder: string, socket: string): Promise<(() => void) | undefined> {
  for (let tries = 0; tries < OPENING_S * 10; tries++) {
    if (await answers(socket)) return undefined
    const release = claimFolder(folder)
    if (release) return release
    await new Promise(done => setTimeout(done, 100))
  }
  throw new Error(`Another process holds ${folder} and its database does not answer (${folder}.lock says which).`)
}

function watched(child: ChildProcess): Pick<Embedded, 'died' | 'close'> {
  let isClosing = false
  const died = new Promise<number | null>(done => {
    child.once('exit', code => !isClosing && done(code))
  })
  const close = () => {
    isClosing = true
    return ended(child)
  }
  return { died, close }
}

/** Whether some Komşu process has the embedded database of a folder open, or is opening it. */
export async function isInUse(dataFolder: string): Promise<boolean> {
  const folder = resolve(dataFolder)
  return isClaimed(folder) || (await answers(join(socketFolderOf(folder), SOCKET)))
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
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise(done => {
    child.once('exit', () => done())
    if (child.connected) child.send('stop')
    else child.kill()
  })
}
