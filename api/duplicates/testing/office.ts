/** The slice behind the door, asked as somebody by header. */
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { buildApp } from '../../platform/http/app.ts'
import type { Slice } from '../../platform/http/slice.ts'
import type { Role } from '../../platform/role.ts'
import { officeDoor } from '../../rights/door.ts'
import { duplicateRoutes } from '../duplicates.routes.ts'

export type Person = Readonly<{ id: number; role: Role }>
/** What a test looks into; every shape is checked where it is used. */
type Body = Record<string, unknown> & { items: { id: number; files: Record<string, unknown>[] }[] }

export async function officeOf(db: Database) {
  const listen: Slice = app => {
    app.addHook('onRequest', async request => {
      const [id, role] = String(request.headers['x-person'] ?? '').split(' ')
      request.officer = id && role ? { id: Number(id), username: role, displayName: role, roles: [role as Role] } : null
    })
  }
  const config = { ...readConfig({}), requestsPerMinute: 0, logLevel: 'silent' }
  const app = await buildApp({ db, config }, { slices: [listen, officeDoor([duplicateRoutes])] })
  const ask = async (who: Person, method: 'GET' | 'POST', url: string, sent: { body?: object; key?: string } = {}) => {
    const answer = await app.inject({
      method,
      url,
      headers: { 'x-person': `${who.id} ${who.role}`, 'idempotency-key': sent.key ?? crypto.randomUUID() },
      ...(sent.body ? { payload: sent.body } : {}),
    })
    return { status: answer.statusCode, body: answer.json() as Body }
  }
  return {
    close: () => app.close(),
    get: (who: Person, url: string) => ask(who, 'GET', url),
    post: (who: Person, url: string, body: object, key?: string) =>
      ask(who, 'POST', url, key ? { body, key } : { body }),
  }
}
