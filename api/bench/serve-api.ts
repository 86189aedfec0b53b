/**
 * The HTTP application as `npm start` serves it, in a process of its own: configuration from the environment, no first
 * steps. With the argument `cold` no tile is ever found in the store of encoded tiles, so each request makes its tile;
 * everything else, storing it included, is done as always.
 */

import { readConfig } from '../platform/config.ts'
import { openDatabase } from '../platform/database.ts'
import { buildApp } from '../platform/http/app.ts'
import { ROUTES } from '../routes.ts'
import { TileStore } from '../tiles/tile-store.ts'

if (process.argv.includes('cold')) TileStore.prototype.find = () => undefined
const config = readConfig()
const db = await openDatabase(config)
const app = await buildApp({ db, config }, { slices: ROUTES })
await app.listen({ port: config.port, host: config.host })
process.on('disconnect', () => process.exit(0)) // the bench has gone
