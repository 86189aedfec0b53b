import { parseArgs } from 'node:util'
import { UsageError } from '../platform/command.ts'

export type Options = Readonly<{
  /** Small city, few tiles, short runs: shows that the bench works, says nothing about speed. */
  quick: boolean
  households: number
  /** The demo city even where real boundaries are at hand. */
  demo: boolean
  /** Keep the prepared cluster in data/.local/bench and use it again. */
  keep: boolean
  /** A database of the caller's own instead of a cluster of ours. */
  database: string | undefined
  /** Layers to measure; undefined: all. */
  layers: string[] | undefined
  /** Zooms to measure. */
  zooms: number[]
  seed: number
  /** Applications of the city (casework), or of the stormy day (surge); undefined: as many as the issue says. */
  applications: number | undefined
  /** How much faster than the clock the day passes (surge). */
  compression: number
}>

const FULL_CITY = 1_500_000
const QUICK_CITY = 3_000

/** Reads the options behind `bench <name>`. @throws UsageError */
export function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      households: { type: 'string' },
      demo: { type: 'boolean', default: false },
      keep: { type: 'boolean', default: false },
      database: { type: 'string' },
      layers: { type: 'string' },
      zooms: { type: 'string', default: '8,9,10,11,12,13,14,15,16' },
      seed: { type: 'string', default: '1' },
      applications: { type: 'string' },
      compression: { type: 'string' },
    },
  })
  return {
    quick: values.quick,
    households: wholeNumber('--households', values.households) ?? (values.quick ? QUICK_CITY : FULL_CITY),
    demo: values.demo,
    keep: values.keep,
    database: values.database,
    layers: values.layers?.split(',').map(one => one.trim()),
    zooms: values.zooms.split(',').map(one => wholeNumber('--zooms', one) ?? 0),
    seed: wholeNumber('--seed', values.seed) ?? 1,
    applications: wholeNumber('--applications', values.applications),
    compression: Math.max(1, wholeNumber('--compression', values.compression) ?? (values.quick ? 20_000 : 40)),
  }
}

function wholeNumber(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (!/^\d{1,9}$/.test(text)) throw new UsageError(`${option} takes a whole number, not "${text}".`)
  return Number(text)
}
