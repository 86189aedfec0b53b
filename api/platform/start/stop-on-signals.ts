import type { App } from '../http/slice.ts'

const FINISH_MS = 6_000
const LEAVE_MS = 8_000

/**
 * On SIGTERM or SIGINT: takes no new connection, lets requests finish (6 s, then they are cut), closes the database and
 * exits 0, within 8 s in any case. A second SIGINT does not wait.
 */
export function stopOnSignals(app: App, closeDatabase: () => Promise<void>): void {
  let isStopping = false
  const stop = async (signal: string) => {
    if (isStopping) return signal === 'SIGINT' ? process.exit(130) : undefined
    isStopping = true
    app.log.info({ signal }, 'stopping')
    // A connection busy now is kept alive by its browser after the answer; nobody else would close it.
    setInterval(() => app.server.closeIdleConnections(), 50).unref()
    setTimeout(() => app.server.closeAllConnections(), FINISH_MS).unref()
    setTimeout(() => process.exit(0), LEAVE_MS).unref()
    await app.close()
    await closeDatabase()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop('SIGTERM'))
  process.on('SIGINT', () => void stop('SIGINT'))
}
