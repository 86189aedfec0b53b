import { resolve } from 'node:path'
import { z } from 'zod'

/** Everything Komşu reads from its environment, checked once at start. */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  HOST: z.string().default('127.0.0.1'),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  DATABASE_URL: z.string().startsWith('postgres').optional(),
  KOMSU_OWNER_URL: z.string().startsWith('postgres').optional(),
  KOMSU_APP_PASSWORD: z.string().min(12).optional(),
  KOMSU_DATA: z.string().optional(),
  KOMSU_DEMO_HOUSEHOLDS: z.coerce.number().int().min(100).max(5_000_000).default(60_000),
  KOMSU_SECURE_COOKIES: z.enum(['true', 'false']).optional(),
  KOMSU_TRUST_PROXY: z.string().optional(),
  KOMSU_PUBLIC_MAP: z.enum(['true', 'false']).optional(),
  KOMSU_MIGRATE: z.enum(['true', 'false']).default('false'),
  KOMSU_REQUESTS_PER_MINUTE: z.coerce.number().int().min(0).default(12_000),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).optional(),
})

export type Config = Readonly<{
  port: number
  host: string
  isProduction: boolean
  /** Native PostGIS, or undefined for the embedded one. */
  databaseUrl: string | undefined
  /** Login that owns the schema; only `komsu migrate` and the loaders use it. */
  ownerUrl: string | undefined
  appPassword: string | undefined
  /** Folder of the embedded database and of files made at run time. */
  dataFolder: string
  demoHouseholds: number
  secureCookies: boolean
  /** Addresses or networks in front of the server whose X-Forwarded-… headers are believed. */
  trustProxy: string | undefined
  /** Whether the need map (published figures and tiles) is open without signing in. */
  publicMap: boolean
  /** Whether the server migrates a native database at start; the embedded one always is. */
  migrateAtStart: boolean
  /** Requests one address may make in a minute; 0: no limit. */
  requestsPerMinute: number
  logLevel: string
}>

/** Reads and checks the environment. Throws with every wrong variable named. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = Environment.safeParse(emptyAsAbsent(env))
  if (!parsed.success) throw new Error(`Environment: ${z.prettifyError(parsed.error)}`)
  const e = parsed.data
  const isProduction = e.NODE_ENV === 'production'
  return {
    port: e.PORT,
    host: e.HOST,
    isProduction,
    databaseUrl: e.DATABASE_URL,
    ownerUrl: e.KOMSU_OWNER_URL ?? e.DATABASE_URL,
    appPassword: e.KOMSU_APP_PASSWORD,
    dataFolder: resolve(e.KOMSU_DATA ?? resolve(import.meta.dirname, '../../data/.local')),
    demoHouseholds: e.KOMSU_DEMO_HOUSEHOLDS,
    secureCookies: e.KOMSU_SECURE_COOKIES ? e.KOMSU_SECURE_COOKIES === 'true' : isProduction,
    trustProxy: e.KOMSU_TRUST_PROXY,
    publicMap: e.KOMSU_PUBLIC_MAP ? e.KOMSU_PUBLIC_MAP === 'true' : !isProduction,
    migrateAtStart: e.KOMSU_MIGRATE === 'true',
    requestsPerMinute: e.KOMSU_REQUESTS_PER_MINUTE,
    logLevel: e.LOG_LEVEL ?? (isProduction ? 'info' : 'warn'),
  }
}

function emptyAsAbsent(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
}
