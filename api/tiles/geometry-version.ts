import type { Database } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { readGeometryVersion } from './tiles.queries.ts'

const FRESH_FOR_MS = 1000

/**
 * Reads the version of the drawn geometry, at most once a second.
 * @param onRead told each version that was read
 * @returns a function that answers the version, not older than a second
 */
export function geometryVersionOf(
  db: Database,
  now: () => number = Date.now,
  onRead: (version: number) => void = () => {},
): () => number | Promise<number> {
  let version = 0
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<number> | undefined
  const read = async () => {
    try {
      const startedAt = now()
      version = await asService(db, 'map', readGeometryVersion)
      readAt = startedAt
      onRead(version)
      return version
    } finally {
      reading = undefined
    }
  }
  return () => {
    if (now() - readAt < FRESH_FOR_MS) return version
    reading ??= read()
    return reading
  }
}
