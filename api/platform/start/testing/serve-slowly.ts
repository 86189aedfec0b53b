/** A server for the test of stopping: GET /slow takes a second, GET /stuck never ends. Prints its address, then each path asked. */
import { readConfig } from '../../config.ts'
import { openNative } from '../../database.ts'
import { buildApp } from '../../http/app.ts'
import { stopOnSignals } from '../stop-on-signals.ts'

const db = openNative('postgres://nobody@127.0.0.1:1/none')
const app = await buildApp(
  { db, config: readConfig({ LOG_LEVEL: 'silent' }) },
  {
    slices: [
      routes => {
        routes.addHook('onRequest', async request => void process.stdout.write(`${request.url}\n`))
        routes.get('/slow', async () => {
          await new Promise(done => setTimeout(done, 1000))
          return 'done'
        })
        routes.get('/stuck', () => new Promise(() => {}))
      },
    ],
  },
)
stopOnSignals(app, db.close)
await app.listen({ port: 0, host: '127.0.0.1' })
process.stdout.write(`${app.listeningOrigin}\n`)
