/** The table of contents of the HTTP API: every slice, in the order of the office. */
import type { Slice } from './platform/http/slice.ts'
import { sessionRoutes } from './session/session.routes.ts'

/** First who is asking, then what they ask for: slices after `sessionRoutes` see `request.officer`. */
export const ROUTES: readonly Slice[] = [sessionRoutes]
