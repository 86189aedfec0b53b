/**
 * The HTTP application as `npm start` serves it, in a process of its own: configuration from the environment, no first
 * steps. With the argument `made` nothing is kept and nothing was rendered: each request makes its tile.
 */

import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import { ROUTES } from '../routes.ts'
import { mapDoor } from '../session/map-door.ts'
import { sessionRoutes } from '../session/session.routes.ts'
import { tileRoutesWith } from '../tiles/tiles.routes.ts'

const slices = process.argv.includes('made')
  ? [sessionRoutes, mapDoor([tileRoutesWith({ mostBytes: 1, useRendered: false })])]
  : ROUTES
const config = readConfig()
const db = await openDatabase(config)
const app = await buildApp({ db, config }, { slices })
await app.listen({ port: config.port, host: config.host })
process.on('disconnect', () => process.exit(0)) // the bench has gone
