import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Progress, UsageError, type Verb } from '../../api/platform/command.ts'
import { type Database, openDatabase } from '../../api/platform/database.ts'
import { buildCity } from './build-city.ts'
import { DEFAULT_UNTIL } from './history.ts'
import type { TableName } from './tables.ts'

export type SynthesiseOptions = Readonly<{
  households: number
  seed: number
  /** Last day of the two years, YYYY-MM-DD. */
  until?: string
  /** About how many streets; by default from the number of households. */
  streets?: number
  /** Only these districts of the schematic İzmir: small cities for tests. */
  districts?: readonly string[]
}>

export type SynthesiseAnswer = Readonly<{
  city: 'demo'
  /** True when this very city stood already and nothing was done. */
  unchanged: boolean
  replaced: boolean
  places: 'schematic' | 'imported'
  seed: number
  until: string
  counts: Readonly<Record<TableName | 'district' | 'neighbourhood' | 'street' | 'point', number>>
  seconds: number
  /** Seconds of each step. */
  steps: Readonly<Record<string, number>>
}>

const Options = z.object({
  households: z.coerce.number().int().min(100).max(5_000_000),
  seed: z.coerce.number().int().min(0).max(2_147_483_647),
  until: z.iso.date(),
  streets: z.coerce.number().int().min(200).max(400_000),
  city: z.literal('demo'),
})

/** Streets a city of so many households has: few in the miniature, those of the real İzmir from half a million on. */
export function streetsFor(households: number): number {
  return households >= 500_000 ? 70_000 : Math.min(10_500, Math.max(4000, Math.round(households / 4)))
}

/**
 * Fills the database with the demo city, then draws its geometry. The same options on the same database change nothing;
 * others replace the synthetic rows. Run as the owner of the schema.
 * @throws InputError when the database holds a real household, or areas the demo city would double
 */
export function synthesiseCity(
  db: Database,
  options: SynthesiseOptions,
  progress: Progress,
): Promise<SynthesiseAnswer> {
  return buildCity(db, { until: DEFAULT_UNTIL, streets: streetsFor(options.households), ...options }, progress)
}

export const verb: Verb = {
  summary: 'fill the demo city with synthetic households',
  help: `komsu synthesise [--households N] [--seed S] [--city demo] [--until YYYY-MM-DD] [--streets N]

Makes synthetic households, applications, inspections, decisions and aid over two years, on imported neighbourhood
boundaries where there are any, otherwise on a schematic İzmir. The same seed gives the same city, byte for byte.
Refuses when the database holds a real household. A city already made with the same options is left alone, another one
is replaced. Nothing is seen on the map before \`komsu publish\`.

  --households N   households (default 60000)
  --seed S         whole number (default 35)
  --until D        last day of the two years (default ${DEFAULT_UNTIL})
  --streets N      about how many streets (default by households; 70000 from half a million on)

Answer: { "city", "unchanged", "replaced", "places", "seed", "until", "counts", "seconds", "steps" }`,
  async run(args, { config, progress }) {
    const { values } = parseArgs({
      args,
      options: {
        households: { type: 'string' },
        seed: { type: 'string' },
        city: { type: 'string' },
        until: { type: 'string' },
        streets: { type: 'string' },
      },
    })
    const households = values.households ?? String(config.demoHouseholds)
    const parsed = Options.safeParse({
      city: 'demo',
      seed: 35,
      until: DEFAULT_UNTIL,
      streets: streetsFor(Number(households) || 60_000),
      ...values,
      households,
    })
    if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error))
    const db = await openDatabase(config, 'owner')
    try {
      return await synthesiseCity(db, parsed.data, progress)
    } finally {
      await db.close()
    }
  },
}
