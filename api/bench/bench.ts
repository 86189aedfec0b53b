import { UsageError, type Verb } from '../platform/command.ts'
import { Endings } from './endings.ts'
import { type Options, readOptions } from './options.ts'
import type { Line } from './report.ts'

/** What every bench gets. */
export type Bench = Readonly<{
  options: Options
  /** Prints one measured figure. */
  emit: (line: Line) => void
  /** Tells on stderr what goes on. */
  note: (text: string) => void
  /** Takes what must be stopped when the bench ends. */
  endings: Endings
}>

const BENCHES: Record<string, () => Promise<(bench: Bench) => Promise<void>>> = {
  tiles: async () => (await import('./bench-tiles.ts')).benchTiles,
  values: async () => (await import('./bench-values.ts')).benchValues,
  casework: async () => (await import('./casework/bench-casework.ts')).benchCasework,
  surge: async () => (await import('./casework/bench-surge.ts')).benchSurge,
  start: async () => (await import('./bench-start.ts')).benchStart,
}

export const verb: Verb = {
  summary: 'measure: tiles, values, casework, surge, start',
  help: `komsu bench <tiles|values|casework|surge|start> [options]      (npm run bench -- <name> [options])

  tiles    every layer and zoom 8–16: the SQL alone, the API cold and warm, MapServer and nginx beside them
  values   one indicator and month for all neighbourhoods; publish of one month
  casework search, household file, first screens and pool with 400 000 applications, the SQL alone beside them
  surge    25 000 applications in a day with bursts of five times the mean, on a copy of the city
  start    npm start in an empty folder: seconds to the first answer, memory

  --quick          a small city and short runs, to see that the bench works
  --households N   size of the city (default 1500000; with --quick 3000)
  --demo           the demo city, even where real boundaries are at hand (../shared/geodata)
  --keep           keep the prepared cluster in data/.local/bench and use it again
  --database URL   a PostGIS of your own: prepared when empty, used as it is otherwise, never deleted
                   (surge measures on a copy beside it; casework grows it to --applications)
  --layers a,b     only these layers (tiles)
  --zooms 10,12    only these zooms (tiles)
  --seed N         seed of what is asked for (default 1)
  --applications N grow the city to so many applications (casework, default 400000); so many in the day (surge, 25000)
  --compression N  seconds of the day that pass in one (surge, default 40)

Prints one JSON object a line: { bench, case, value, unit, … }; what goes on is told on stderr.
api/bench/README.md says what is compared with what.`,
  async run([name, ...args], { note }) {
    const load = name === undefined ? undefined : BENCHES[name]
    if (!name || !load) throw new UsageError(`which bench? ${Object.keys(BENCHES).join(', ')}`)
    const options = readOptions(args)
    const endings = new Endings()
    const emit = (line: Line) => void process.stdout.write(`${JSON.stringify({ bench: name, ...line })}\n`)
    try {
      await (await load())({ options, emit, note, endings })
    } finally {
      await endings.endAll()
    }
  },
}
