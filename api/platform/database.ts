import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from '../../sql/schema.generated.ts'
import type { Config } from './config.ts'
import { type Embedded, openEmbedded } from './embedded/open-embedded.ts'

export type Trx = Transaction<DB>

export type Database = Readonly<{
  kind: 'native' | 'embedded'
  kysely: Kysely<DB>
  pool: pg.Pool
  /** Folder of the embedded database; undefined for a native one. */
  embeddedFolder: string | undefined
  close: () => Promise<void>
}>

/** Ids are bigint in the database and safe integers here; numeric stays a string (HOUSE.md §2.9); days stay text. */
const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.INT8, text => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`bigint out of the safe range: ${text}`)
  return value
})
types.setTypeParser(pg.types.builtins.DATE, text => text)

const SEARCH_PATH = 'komsu,public'

/**
 * Opens the database of a configuration: native when `databaseUrl` is set, embedded otherwise.
 * @param as `app` for the server, `owner` for migrations and loaders
 */
export async function openDatabase(config: Config, as: 'app' | 'owner' = 'app'): Promise<Database> {
  const url = as === 'owner' ? config.ownerUrl : config.databaseUrl
  if (url) return openNative(url, 8, as === 'app' ? ' -c jit=off' : '')
  return openOnEmbedded(await openEmbedded(`${config.dataFolder}/pg`))
}

/**
 * Opens a native PostgreSQL by its address; `max` connections (default: a few more than the cores of a small server).
 * The server's connections do without just-in-time compilation: where a plan is thought dear (row-level security, tables not analysed since
 * a migration) compiling it took 50 ms, running it one.
 */
export function openNative(url: string, max = 8, settings = ''): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    types,
    options: `-c search_path=${SEARCH_PATH} -c timezone=Europe/Istanbul${settings}`,
    application_name: 'komsu',
  })
  surviveLosses(pool)
  return assemble('native', pool, undefined, () => pool.end())
}

/** Opens the embedded database through its socket. It is one session, so the pool is one connection that never idles out. */
export function openOnEmbedded(embedded: Embedded): Database {
  const pool = new pg.Pool({
    host: embedded.socketFolder,
    user: 'postgres',
    database: 'postgres',
    max: 1,
    idleTimeoutMillis: 0,
    types,
  })
  surviveLosses(pool)
  return assemble('embedded', pool, embedded.dataFolder, async () => {
    await pool.end()
    await embedded.close()
  })
}

/**
 * A connection lost while idle is replaced by the next query; one lost between two queries of a transaction makes the next
 * of them fail. Neither may end the server, which an `error` nobody listens to would.
 */
function surviveLosses(pool: pg.Pool): void {
  pool.on('error', () => {})
  pool.on('connect', client => void client.on('error', () => {}))
}

function assemble(
  kind: Database['kind'],
  pool: pg.Pool,
  embeddedFolder: string | undefined,
  close: () => Promise<void>,
): Database {
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { kind, kysely, pool, embeddedFolder, close }
}
