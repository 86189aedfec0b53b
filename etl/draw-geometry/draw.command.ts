import type { Verb } from '../../api/platform/command.ts'
import { openDatabase } from '../../api/platform/database.ts'
import { drawGeometry } from './draw-geometry.ts'

export const verb: Verb = {
  summary: 'draw again what changed on the map',
  help: `komsu draw

Draws boundaries, streets, water and points in force for the map, where they or the way of drawing changed since they
were drawn; on a native database it renders their tiles too. Every import does this by itself: run it after upgrading
Komşu, or after changing places by hand. Nothing to draw: nothing changes.

Answer: { "areas", "streets", "seconds" } as drawn now in total.`,
  async run(_args, { config, progress }) {
    const db = await openDatabase(config, 'owner')
    try {
      return await drawGeometry(db, progress)
    } finally {
      await db.close()
    }
  },
}
