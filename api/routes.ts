/** The table of contents of the HTTP API: every slice, in the order of the office. */
import { needMapRoutes } from './need-map/need-map.routes.ts'
import type { Slice } from './platform/http/slice.ts'
import { mapDoor } from './session/map-door.ts'
import { sessionRoutes } from './session/session.routes.ts'
import { tileRoutes } from './tiles/tiles.routes.ts'

/** First who is asking, then what they ask for: slices after `sessionRoutes` see `request.officer`. */
export const ROUTES: readonly Slice[] = [sessionRoutes, mapDoor([needMapRoutes, tileRoutes])]
