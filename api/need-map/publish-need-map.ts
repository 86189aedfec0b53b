import { parseArgs } from 'node:util'
import { InputError, type Progress, UsageError, type Verb } from '../platform/command.ts'
import { type Database, openDatabase, type Trx } from '../platform/database.ts'
import { asService } from '../platform/officer.ts'
import { type CityTree, LEVELS, plantTree, rollUp } from './city-tree.rules.ts'
import { withhold } from './disclosure.rules.ts'
import { figuresOf } from './figures.rules.ts'
import { lastDayOf, monthOf, monthsUntil } from './month.rules.ts'
import type { Level } from './need-map.contract.ts'
import {
  type AreaFigures,
  findRecordedMonths,
  getDisclosureMinimum,
  insertFigures,
  isCitySynthetic,
  listAreas,
  lockPublishing,
  prepareToCount,
  sumStreets,
} from './publish.queries.ts'
import {
  bumpPublished,
  forgetOutdatedMonths,
  listOutdatedMonths,
  recordCatalogue,
  replaceRelease,
} from './release.queries.ts'

export type Published = Readonly<{
  /** First day of the newest month asked for; its figures are as of the month's last day. */
  date: string
  months: number
  /** Areas of the newest month. */
  levels: Readonly<Record<Level, number>>
  /** Figures of the newest month that are withheld. */
  suppressed: number
  seconds: number
}>

/**
 * Publishes the disclosure-safe figures of one month or several, oldest first, each in a transaction of its own: it can
 * be stopped at any time and run again, and two runs wait for each other. Months published under other rules than today's
 * are hidden (need-map.queries.ts), so they are published anew first.
 * @param options date: any day of the newest month, default the last month the records cover; months: how many, default 1
 * @throws InputError when the database holds no household, or none that early, or the month has not begun
 */
export async function publishNeedMap(
  db: Database,
  options: { date?: string; months?: number },
  progress: Progress = () => {},
): Promise<Published> {
  const started = performance.now()
  const { months, isSynthetic } = await asService(db, 'publisher', async trx => ({
    months: await chooseMonths(trx, options),
    isSynthetic: await isCitySynthetic(trx),
  }))
  let newest: MonthPublished | undefined
  for (const [done, month] of months.entries()) {
    progress('publish', done, months.length)
    newest = await asService(db, 'publisher', trx => publishMonth(trx, month, isSynthetic))
  }
  progress('publish', months.length, months.length)
  await asService(db, 'publisher', forgetOutdatedMonths)
  if (!newest) throw new InputError('There is no month to publish.')
  const seconds = Math.round((performance.now() - started) / 10) / 100
  return { date: newest.date, months: months.length, levels: newest.levels, suppressed: newest.suppressed, seconds }
}

async function chooseMonths(trx: Trx, options: { date?: string; months?: number }): Promise<string[]> {
  const recorded = await findRecordedMonths(trx)
  if (!recorded) throw new InputError('There is no household yet: import households or run `komsu synthesise` first.')
  const newest = options.date === undefined ? recorded.newest : monthOf(options.date)
  if (newest > recorded.current) throw new InputError(`${newest} has not begun; it is ${recorded.current} now.`)
  if (newest < recorded.first)
    throw new InputError(`The first household is of ${recorded.first}; there is nothing to publish for ${newest}.`)
  const asked = monthsUntil(newest, options.months ?? 1)
  const outdated = (await listOutdatedMonths(trx)).filter(month => !asked.includes(month))
  return [...outdated, ...asked].filter(month => month >= recorded.first)
}

/**
 * Publishes anew what other rules published: after a new version the map would be empty until the next publish.
 * @returns how many months there were; nothing is counted when there were none
 */
export async function renewOutdatedMonths(db: Database, progress: Progress = () => {}): Promise<number> {
  const { outdated, first, isSynthetic } = await asService(db, 'publisher', async trx => ({
    outdated: await listOutdatedMonths(trx),
    first: (await findRecordedMonths(trx))?.first,
    isSynthetic: await isCitySynthetic(trx),
  }))
  if (outdated.length === 0) return 0
  for (const [done, month] of outdated.entries()) {
    progress('publish', done, outdated.length)
    if (first !== undefined && month >= first)
      await asService(db, 'publisher', trx => publishMonth(trx, month, isSynthetic))
  }
  progress('publish', outdated.length, outdated.length)
  await asService(db, 'publisher', forgetOutdatedMonths)
  return outdated.length
}

type MonthPublished = Pick<Published, 'date' | 'levels' | 'suppressed'>

/** Count, decide what is withheld, write. */
async function publishMonth(trx: Trx, month: string, isSynthetic: boolean): Promise<MonthPublished> {
  await lockPublishing(trx)
  await prepareToCount(trx)
  const day = lastDayOf(month)
  const tree = plantTree(await inTurn(LEVELS, level => listAreas(trx, level, day)))
  const rolled = rollUp(tree, await sumStreets(trx, day))
  const withheld = withhold(tree, rolled.counts, await getDisclosureMinimum(trx, day))
  const areas = listFigures(tree, { ...rolled, withheld })
  const suppressed = areas.reduce((sum, area) => sum + area.figures.filter(isWithheld).length, 0)
  await recordCatalogue(trx)
  await replaceRelease(trx, { month, areas: areas.length, suppressed, isSynthetic })
  await insertFigures(trx, month, areas)
  await bumpPublished(trx)
  return { date: month, levels: countLevels(areas), suppressed }
}

const isWithheld = ({ state }: { state: string }) => state === 's' || state === 't'

/** Every area there is at the month's end, and those of the past that still hold households. */
function listFigures(tree: CityTree, city: Parameters<typeof figuresOf>[0]): AreaFigures[] {
  return LEVELS.flatMap((level, depth) => {
    const areas: AreaFigures[] = []
    for (let place = tree.starts[depth] ?? 0; place < (tree.starts[depth + 1] ?? 0); place++) {
      if (tree.isCurrent[place] === 0 && city.counts.households[place] === 0) continue
      const parent = tree.parent[place] ?? -1
      const parentId = parent === -1 ? null : (tree.ids[parent] ?? null)
      areas.push({ level, id: tree.ids[place] ?? 0, parentId, figures: figuresOf(city, place) })
    }
    return areas
  })
}

function countLevels(areas: readonly AreaFigures[]): Record<Level, number> {
  const levels = { province: 0, district: 0, neighbourhood: 0, street: 0 }
  for (const { level } of areas) levels[level]++
  return levels
}

async function inTurn<A, B>(items: readonly A[], work: (item: A) => Promise<B>): Promise<B[]> {
  const results: B[] = []
  for (const item of items) results.push(await work(item))
  return results
}

export const verb: Verb = {
  summary: 'recompute the disclosure-safe figures of the need map',
  help: `komsu publish [--date YYYY-MM-DD] [--months N]

Counts households of each area as of the end of a month, withholds what could tell of fewer than
five (parameter disclosure_minimum), and publishes the rest for the map, tables and exports.
  --date D     any day of the newest month wanted; default: the last month the records cover
  --months N   that month and the N−1 before it; default 1
Months published under other rules (by another version) are hidden, and are published anew too.
Safe to stop and to repeat; two runs wait for each other.

Answer: { "date", "months", "levels": { "province": n, "district": n, "neighbourhood": n, "street": n },
          "suppressed": n, "seconds" }; levels and suppressed are of the newest month.`,
  async run(args, { config, progress }) {
    const options = readOptions(args)
    const db = await openDatabase(config)
    try {
      return await publishNeedMap(db, options, progress)
    } finally {
      await db.close()
    }
  },
}

function readOptions(args: string[]): { date?: string; months?: number } {
  const { values } = parseArgs({ args, options: { date: { type: 'string' }, months: { type: 'string' } } })
  const isDay =
    values.date === undefined || (/^\d{4}-\d\d-\d\d$/.test(values.date) && !Number.isNaN(Date.parse(values.date)))
  if (!isDay) throw new UsageError(`--date ${values.date}: write a day as 2026-10-31`)
  const months = values.months === undefined ? undefined : Number(values.months)
  if (months !== undefined && !(Number.isInteger(months) && months >= 1 && months <= 600))
    throw new UsageError(`--months ${values.months}: a whole number from 1 to 600`)
  return { ...(values.date === undefined ? {} : { date: values.date }), ...(months === undefined ? {} : { months }) }
}
