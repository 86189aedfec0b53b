import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, inject, test, vi } from 'vitest'
import { readConfig } from '../config.ts'
import { type Database, openNative } from '../database.ts'
import { demoState, markDemo } from './demo-marker.ts'
import { assertPortFree } from './free-port.ts'
import { openEmbeddedReady, openNativeReady } from './open-ready.ts'
import { StartError } from './start-error.ts'

vi.setConfig({ testTimeout: 240_000 }) // embedded databases are made from nothing

let dataFolder: string
const said: string[] = []
const note = (text: string) => void said.push(text)
beforeEach(() => {
  said.length = 0
  dataFolder = mkdtempSync(join(tmpdir(), 'komsu-ready-'))
})
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }))

describe.skipIf(!inject('embeddedFolder'))('the embedded database', () => {
  const config = () => readConfig({ KOMSU_DATA: dataFolder })
  const makeCity = async (db: Database) => {
    await db.kysely.insertInto('province').values({ id: 35, name: 'İzmir', name_key: 'izmir' }).execute()
  }
  const never = async () => Promise.reject(new Error('the city was made twice'))

  test('gets its city once, and another process is told that it is in use', async () => {
    cpSync(inject('embeddedTemplate'), join(dataFolder, 'pg'), { recursive: true })
    const first = await openEmbeddedReady(config(), { makeCity, note })
    expect(demoState(dataFolder)).toBe('ready')
    await expect(openEmbeddedReady(config(), { makeCity: never, note, patience: 0 })).rejects.toThrow(StartError)
    await first.db.close()
    const again = await openEmbeddedReady(config(), { makeCity: never, note })
    await again.db.close()
  })

  test('a city whose making was interrupted is made anew, in a new database', async () => {
    cpSync(inject('embeddedTemplate'), join(dataFolder, 'pg'), { recursive: true })
    const interrupted = async (db: Database) => {
      await makeCity(db)
      await db.close()
      throw new Error('killed')
    }
    await expect(openEmbeddedReady(config(), { makeCity: interrupted, note })).rejects.toThrow('killed')
    expect(demoState(dataFolder)).toBe('building')
    writeFileSync(join(dataFolder, 'pg', 'left-over'), '')
    const { db } = await openEmbeddedReady(config(), { makeCity, note })
    expect(existsSync(join(dataFolder, 'pg', 'left-over'))).toBe(false)
    expect(said.join()).toContain('Yarım kalmış')
    expect((await db.kysely.selectFrom('province').select('name').execute()).length).toBe(1)
    await db.close()
  })

  test('says how to go on when it does not open', async () => {
    cpSync(inject('embeddedTemplate'), join(dataFolder, 'pg'), { recursive: true })
    rmSync(join(dataFolder, 'pg', 'global'), { recursive: true })
    markDemo(dataFolder, 'ready')
    await expect(openEmbeddedReady(config(), { makeCity: never, note })).rejects.toThrow(/npm start/)
  })

  test('dies loudly: whoever opened it hears of it', async () => {
    cpSync(inject('embeddedTemplate'), join(dataFolder, 'pg'), { recursive: true })
    const { db, died } = await openEmbeddedReady(config(), { makeCity, note })
    const { rows } = await db.pool.query('select 1 as one')
    expect(rows).toEqual([{ one: 1 }])
    process.kill(Number((await childOf(process.pid, dataFolder)) ?? -1), 'SIGKILL')
    expect(await died).toBeNull()
    await expect(db.pool.query('select 1')).rejects.toThrow()
  })
})

describe.skipIf(!inject('nativeUrl'))('a native database', () => {
  test('behind this version says to migrate, and is migrated when the operator said so', async () => {
    const name = `behind_${process.pid}`
    const admin = openNative(inject('nativeUrl') ?? '', 1)
    await admin.pool.query(`create database ${name}`)
    const url = (inject('nativeUrl') ?? '').replace(/\/[^/]*$/, `/${name}`)
    try {
      const config = readConfig({ DATABASE_URL: url })
      await expect(openNativeReady(config, note)).rejects.toThrow(/npm run komsu -- migrate/)
      const db = await openNativeReady(readConfig({ DATABASE_URL: url, KOMSU_MIGRATE: 'true' }), note)
      expect(await db.kysely.selectFrom('province').selectAll().execute()).toEqual([])
      await db.close()
      await (await openNativeReady(config, note)).close()
    } finally {
      await admin.pool.query(`drop database ${name} with (force)`)
      await admin.close()
    }
  })
})

test('a native database out of reach is said so', async () => {
  const config = readConfig({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  await expect(openNativeReady(config, note)).rejects.toThrow(/ECONNREFUSED[\s\S]*doctor/)
})

test('a port in use is said before anything is prepared', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise(done => other.once('listening', done))
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(assertPortFree({ host: '127.0.0.1', port })).rejects.toThrow(`PORT=${port + 1} npm start`)
  await new Promise(done => other.close(done))
  await expect(assertPortFree({ host: '127.0.0.1', port })).resolves.toBeUndefined()
})

/** Process id of our child that serves the embedded database of a folder. */
async function childOf(parent: number, folder: string): Promise<string | undefined> {
  const { execFileSync } = await import('node:child_process')
  const lines = execFileSync('ps', ['-o', 'pid=,args=', '--ppid', String(parent)], { encoding: 'utf8' }).split('\n')
  return lines
    .find(line => line.includes('serve-embedded') && line.includes(folder))
    ?.trim()
    .split(' ')[0]
}
