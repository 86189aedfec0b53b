import type { Database } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { geometryVersion, listNeighbourhoods } from './neighbourhood-ground.queries.ts'
import type { PlanNeighbourhood } from './plan.rules.ts'

/**
 * Asks for the neighbourhoods and their borders, once for each version of the geometry. Opens a transaction of its own: ask
 * before opening another one (the embedded database has a single session).
 */
export function neighbourhoodGround(db: Database): () => Promise<readonly PlanNeighbourhood[]> {
  let known: { version: number; neighbourhoods: readonly PlanNeighbourhood[] } | undefined
  return () =>
    asService(db, 'map', async trx => {
      const version = await geometryVersion(trx)
      if (known?.version !== version) known = { version, neighbourhoods: await listNeighbourhoods(trx) }
      return known.neighbourhoods
    })
}
