import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { freePort } from '../platform/testing/native-cluster.ts'
import type { Bench } from './bench.ts'
import { stopped, untilListening } from './processes.ts'

/** Starts Komşu on a native database, as one process on a free loopback port. @returns the port */
export async function startApi(
  { endings }: Bench,
  url: string,
  mode: 'as always' | 'made' = 'as always',
): Promise<number> {
  const port = await freePort()
  const child = fork(fileURLToPath(new URL('./serve-api.ts', import.meta.url)), [mode], {
    execArgv: ['--import', import.meta.resolve('tsx')],
    env: { ...process.env, ...environment(url), PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  endings.add(() => stopped(child))
  await untilListening(port, { what: 'Komşu', child })
  return port
}

// No limit of requests and no log line a request: one machine asks as a whole city would.
function environment(url: string): NodeJS.ProcessEnv {
  return {
    DATABASE_URL: url,
    KOMSU_OWNER_URL: '',
    HOST: '127.0.0.1',
    KOMSU_PUBLIC_MAP: 'true',
    KOMSU_REQUESTS_PER_MINUTE: '0',
    KOMSU_TRUST_PROXY: 'loopback', // the load client may say for whom it asks
    LOG_LEVEL: 'error',
  }
}
