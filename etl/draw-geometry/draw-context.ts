import type pg from 'pg'
import type { Progress } from '../../api/platform/command.ts'
import type { Database } from '../../api/platform/database.ts'

/** The one transaction of a drawing. */
export type Drawing = Readonly<{ db: Database; client: pg.PoolClient; progress: Progress }>

export type Layer = 'district' | 'neighbourhood' | 'street' | 'water' | 'point'
