import type { Case, Measured } from './measure-tiles.ts'
import type { Line } from './report.ts'
import { rounded } from './report.ts'

/** What was found on one layer and zoom. */
export type Found = Readonly<{ layer: string; z: number; measured: readonly Measured[]; largest: number }>

type Aim = Readonly<{
  aim: string
  unit: string
  target: number
  /** Whether more is better, or less. */
  wants: 'at least' | 'less than' | 'at most'
  /** The figures it is about. */
  figures: (found: Found) => Figure[]
}>
type Figure = Readonly<{ layer: string; z: number; clients?: number; value: number }>

const MOST_CLIENTS = 4

/** The aims of the issue for tiles ("It must reach"). */
const AIMS: readonly Aim[] = [
  {
    aim: 'cold API / raw SQL, requests per second',
    unit: '×',
    target: 0.8,
    wants: 'at least',
    figures: ratios('api cold', 'sql'),
  },
  {
    aim: 'cold choropleth z10, API / MapServer',
    unit: '×',
    target: 4,
    wants: 'at least',
    figures: at('neighbourhood', 10),
  },
  {
    aim: 'cold choropleth z12, API / MapServer',
    unit: '×',
    target: 2,
    wants: 'at least',
    figures: at('neighbourhood', 12),
  },
  { aim: 'cold streets z10, API / MapServer', unit: '×', target: 5, wants: 'at least', figures: at('street', 10) },
  {
    aim: 'warm API / nginx, same bytes',
    unit: '×',
    target: 0.5,
    wants: 'at least',
    figures: ratios('api warm', 'nginx'),
  },
  { aim: 'p95 of the cold API', unit: 'ms', target: 60, wants: 'less than', figures: coldP95 },
  { aim: 'largest tile, compressed', unit: 'bytes', target: 150 * 1024, wants: 'at most', figures: largestTile },
]

/** Requests per second of one case over another's, for each number of clients. */
export function ratios(of: Case, to: Case): (found: Found) => Figure[] {
  return ({ layer, z, measured }) =>
    measured
      .filter(one => one.case === of)
      .flatMap(({ clients, summary }) => {
        const other = measured.find(one => one.case === to && one.clients === clients)
        return other ? [{ layer, z, clients, value: rounded(summary.rate / other.summary.rate, 2) }] : []
      })
}

function at(layer: string, z: number): (found: Found) => Figure[] {
  const ratio = ratios('api cold', 'mapserver')
  return found =>
    found.layer === layer && found.z === z ? ratio(found).filter(one => one.clients === MOST_CLIENTS) : []
}

function coldP95({ layer, z, measured }: Found): Figure[] {
  return measured
    .filter(one => one.case === 'api cold' || one.case === 'api made')
    .map(({ clients, summary }) => ({ layer, z, clients, value: summary.p95 }))
}

function largestTile({ layer, z, largest }: Found): Figure[] {
  return [{ layer, z, value: largest }]
}

/** One line an aim: the worst figure, where it was, how many of all figures missed it. An aim without figures is not met. */
export function judged(found: readonly Found[]): Line[] {
  return AIMS.map(({ aim, unit, target, wants, figures }) => {
    const all = found.flatMap(figures).sort((a, b) => (wants === 'at least' ? a.value - b.value : b.value - a.value))
    const missed = all.filter(({ value }) => !reaches(value, { target, wants }))
    const [worst] = all
    const met = all.length > 0 && missed.length === 0
    const what = { aim, wants, target, met, figures: all.length, missed: missed.length }
    return { case: 'aims', value: worst?.value ?? null, unit, ...what, worst: worst ? { ...worst } : 'not measured' }
  })
}

/** One aim that is about one figure. */
export function judgedOne({
  aim,
  value,
  unit,
  target,
}: {
  aim: string
  value: number
  unit: string
  target: number
}): Line {
  return {
    case: 'aims',
    value,
    unit,
    aim,
    wants: 'less than',
    target,
    met: reaches(value, { target, wants: 'less than' }),
  }
}

function reaches(value: number, { target, wants }: Pick<Aim, 'target' | 'wants'>): boolean {
  if (wants === 'at least') return value >= target
  return wants === 'at most' ? value <= target : value < target
}
