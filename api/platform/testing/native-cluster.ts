import { type ExecFileSyncOptions, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type Cluster = Readonly<{ url: (database: string) => string; stop: () => Promise<void> }>

/** Folder of the newest PostgreSQL server programs with PostGIS on this machine; undefined when there is none. */
export function findPostgres(): string | undefined {
  const root = '/usr/lib/postgresql'
  if (!existsSync(root)) return undefined
  return readdirSync(root)
    .sort((a, b) => Number(b) - Number(a))
    .filter(version => existsSync(`/usr/share/postgresql/${version}/extension/postgis.control`))
    .map(version => join(root, version, 'bin'))[0]
}

/**
 * Starts a throw-away PostgreSQL cluster on a free loopback port; as user postgres when we are root (it refuses root).
 * @param settings extra `-c` settings, as { shared_buffers: '1GB' }
 * @param kept     folder of a cluster to make once and start again later; without it the cluster is deleted when stopped
 */
export async function startCluster(
  bin: string,
  settings: Record<string, string> = {},
  kept?: string,
): Promise<Cluster> {
  const home = kept ?? mkdtempSync(join(tmpdir(), 'komsu-cluster-'))
  mkdirSync(home, { recursive: true })
  const who = process.getuid?.() === 0 ? postgresIds() : {}
  if (who.uid !== undefined && who.gid !== undefined) chownSync(home, who.uid, who.gid)
  const data = join(home, 'data')
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(bin, data, { ...who, cwd: home, stdio: 'pipe' })
  const port = await freePort()
  const options = Object.entries({ fsync: 'off', max_connections: '60', ...settings }).flatMap(([key, value]) => [
    '-c',
    `${key}=${value}`,
  ])
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-k', home, '-c', 'listen_addresses=127.0.0.1', ...options],
    {
      ...who,
      cwd: home,
      stdio: 'ignore',
    },
  )
  const kill = () => child.kill('SIGINT')
  process.once('exit', kill)
  await untilReady(bin, port)
  return {
    url: database => `postgres://postgres@127.0.0.1:${port}/${database}`,
    stop: async () => {
      process.removeListener('exit', kill)
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGINT')
      await ended
      if (!kept) rmSync(home, { recursive: true, force: true })
    },
  }
}

function initialise(bin: string, data: string, options: ExecFileSyncOptions): void {
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'],
    options,
  )
}

/** A loopback port nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? done(address.port) : fail(new Error('no port'))))
    })
  })
}

function postgresIds(): { uid?: number; gid?: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}

async function untilReady(bin: string, port: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    try {
      execFileSync(join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)])
      return
    } catch {
      await new Promise(done => setTimeout(done, 50))
    }
  }
  throw new Error(`PostgreSQL did not start on port ${port} within 15 s.`)
}
