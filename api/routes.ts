/** The table of contents of the HTTP API: every slice, in the order of the office. */
import type { Slice } from './platform/http/slice.ts'

export const ROUTES: readonly Slice[] = []
