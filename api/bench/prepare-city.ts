import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { InputError } from '../platform/command.ts'
import { findPostgres, startCluster } from '../platform/testing/native-cluster.ts'
import type { Bench } from './bench.ts'
import { HOUSE, run, withTsx } from './processes.ts'

/** Figures of the city measured on; part of the report. */
export type City = Readonly<{ url: string; source: 'real boundaries' | 'demo city' | 'as found' }>

const GEODATA = resolve(HOUSE, '../shared/geodata')
const MARK = 'public.bench_city'

// Settings of a small dedicated server; durability off because the city can be made again.
const CLUSTER = {
  shared_buffers: '2GB',
  work_mem: '64MB',
  maintenance_work_mem: '512MB',
  effective_cache_size: '6GB',
  max_wal_size: '8GB',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  random_page_cost: '1.1',
}

/**
 * Opens a native database with a published, drawn city in it: the one of --database, or one in a cluster of our own
 * (kept in data/.local/bench with --keep). Prepares what is not there yet, which takes minutes at full size.
 * @throws InputError without PostGIS on the machine
 */
export async function prepareCity(bench: Bench): Promise<City> {
  const url = bench.options.database ?? (await databaseOfOurs(bench))
  await komsu(bench, url, ['migrate'])
  const source = (await isInhabited(url)) ? await foundCity(bench, url) : await buildCity(bench, url)
  await vacuum(url)
  return { url, source }
}

async function databaseOfOurs({ options, endings, note }: Bench): Promise<string> {
  const bin = findPostgres()
  if (!bin)
    throw new InputError('bench needs PostGIS: apt-get install postgresql postgresql-15-postgis-3, or --database')
  const cluster = await startCluster(bin, CLUSTER, options.keep ? join(HOUSE, 'data/.local/bench/cluster') : undefined)
  endings.add(cluster.stop)
  const name = `bench_${options.households}${options.demo ? '_demo' : ''}`
  const created = await ask<{ made: boolean }>(
    cluster.url('postgres'),
    `select true as made from pg_database where datname = '${name}'`,
  )
  if (created.length === 0) await ask(cluster.url('postgres'), `create database ${name}`)
  note(`database: ${cluster.url(name)}`)
  return cluster.url(name)
}

async function isInhabited(url: string): Promise<boolean> {
  return (await ask(url, 'select from komsu.household limit 1')).length > 0
}

async function foundCity(bench: Bench, url: string): Promise<City['source']> {
  const [mark] = await ask<{ there: boolean }>(url, `select to_regclass('${MARK}') is not null as there`)
  if (!mark?.there) {
    bench.note('the database holds households; it is measured as it is')
    return 'as found'
  }
  const [city] = await ask<{ source: City['source'] | null }>(url, `select source from ${MARK}`)
  if (!city?.source)
    throw new InputError(`${url} holds a city whose preparation was broken off: drop the database and run again.`)
  if (city.source === 'real boundaries') await ask(url, SEA)
  await komsu(bench, url, ['draw']) // Komşu may have learnt to draw better since
  return city.source
}

async function buildCity(bench: Bench, url: string): Promise<City['source']> {
  await ask(url, `create table if not exists ${MARK} (source text)`)
  const isReal = existsSync(GEODATA) && !bench.options.demo
  if (isReal) await importRealPlaces(bench, url)
  else if (!bench.options.demo)
    bench.note('LEFT OUT: the real boundaries (../shared/geodata is absent); the demo city is measured instead')
  await komsu(bench, url, ['synthesise', '--households', String(bench.options.households)])
  await komsu(bench, url, ['publish'])
  const source = isReal ? 'real boundaries' : 'demo city'
  await ask(url, `insert into ${MARK} values ('${source}')`)
  return source
}

async function importRealPlaces(bench: Bench, url: string): Promise<void> {
  const importOf = (kind: string, file: string) => komsu(bench, url, ['import', kind, join(GEODATA, file)])
  await importOf('districts', 'izmir-districts/izmir_districts_izbb_2024.geojson')
  await ask(url, SEA)
  await importOf('neighbourhoods', 'izmir-mahalle-polygons/izmir_mahalle_hybrid.geojson')
  await importOf('points', 'izmir-facilities/eshot_bus_stops_raw.csv')
}

// No file has water; what lies around the districts is near enough to measure its layer on.
const SEA = `
  insert into komsu.water (province_id, kind, name, geom, source)
  select 35, 'sea', 'Ege Denizi', ST_Multi(ST_CollectionExtract(ST_Difference(ST_MakeEnvelope(25.9, 37.7, 28.6, 39.5, 4326), land), 3)), 'bench'
  from (select ST_Union(geom) as land from komsu.district_boundary) as districts
  where not exists (select from komsu.water)`

/** Runs one verb of the command line on the city, as an operator would. @returns its answer, and the seconds it took */
export async function komsu(bench: Bench, url: string, args: string[]): Promise<{ answer: unknown; seconds: number }> {
  bench.note(`komsu ${args.join(' ')}`)
  const start = performance.now()
  const env = { ...process.env, DATABASE_URL: url, KOMSU_OWNER_URL: '' }
  const stdout = await run(bench.endings, process.execPath, [...withTsx('api/komsu.ts'), ...args], { cwd: HOUSE, env })
  return { answer: JSON.parse(stdout), seconds: (performance.now() - start) / 1000 }
}

async function vacuum(url: string): Promise<void> {
  await ask(url, 'vacuum analyze')
}

/** One question to a database, on a connection of its own. */
export async function ask<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(sql, values)).rows
  } finally {
    await client.end()
  }
}
