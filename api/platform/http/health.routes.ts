import { z } from 'zod'
import type { Database } from '../database.ts'
import { problem } from '../problem.ts'
import type { App, Deps } from './slice.ts'

const Health = z.object({ status: z.literal('ok'), database: z.literal('ok'), kind: z.enum(['native', 'embedded']) })

const TIMEOUT_MS = 2_000

/** GET /health: 200 while the server answers and its database does within two seconds, otherwise 503. */
export function healthRoutes(app: App, { db }: Deps): void {
  // Asked by everybody and without a limit, so many who ask at once cost the database one look.
  let looking: Promise<boolean> | undefined
  const look = () => {
    looking ??= answersInTime(db).finally(() => {
      looking = undefined
    })
    return looking
  }
  app.get(
    '/health',
    {
      schema: {
        summary: 'Liveness of the server and its database',
        tags: ['operating'],
        response: { 200: Health.meta({ examples: [{ status: 'ok', database: 'ok', kind: 'native' }] }) },
      },
    },
    async (_request, reply) => {
      reply.header('cache-control', 'no-store')
      if (!(await look())) throw problem('unavailable', '', { database: 'away' })
      return { status: 'ok' as const, database: 'ok' as const, kind: db.kind }
    },
  )
}

async function answersInTime(db: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<false>(done => {
    timer = setTimeout(() => done(false), TIMEOUT_MS)
  })
  const answered = db.pool.query('select 1').then(
    () => true,
    () => false,
  )
  const inTime = await Promise.race([answered, late])
  clearTimeout(timer)
  return inTime
}
