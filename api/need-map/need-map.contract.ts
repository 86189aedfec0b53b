/** Shapes of the need map on the wire (INTERFACES.md "HTTP"). Pure: the browser imports it too. */
import { z } from 'zod'

export const Level = z.enum(['province', 'district', 'neighbourhood', 'street'])
export type Level = z.infer<typeof Level>

/** ok: shown · suppressed: withheld so that nobody can be recognised · too_few: too few households to say · no_data: nothing recorded. */
export const State = z.enum(['ok', 'suppressed', 'too_few', 'no_data'])
export type State = z.infer<typeof State>

export const Indicator = z.object({
  id: z.string(),
  name: z.object({ tr: z.string(), en: z.string() }),
  description: z.object({ tr: z.string(), en: z.string() }),
  unit: z.object({ tr: z.string(), en: z.string() }),
  /** rate: choropleth; count: symbols sized by value. */
  kind: z.enum(['rate', 'count']),
  group: z.enum(['need', 'reach', 'waiting']),
  /** Whether a high figure means more need (worse), more reach (better), or neither. */
  direction: z.enum(['higher_is_worse', 'higher_is_better', 'neutral']),
  decimals: z.number().int(),
  formula: z.string(),
  source: z.string(),
  breaks: z.object({ method: z.enum(['quantile', 'jenks', 'equal']), classes: z.number().int().min(2).max(7) }),
})
export type Indicator = z.infer<typeof Indicator>

export const Bbox = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('west, south, east, north; degrees')
export type Bbox = z.infer<typeof Bbox>

/** GET /api/need-map/indicators */
export const Indicators = z.object({ items: z.array(Indicator) })
export type Indicators = z.infer<typeof Indicators>

/** GET /api/need-map: what there is to look at. */
export const Overview = z.object({
  provinces: z.array(z.object({ id: z.number(), name: z.string(), isSchematic: z.boolean(), bbox: Bbox.nullable() })),
  /** Published months, oldest first, as YYYY-MM-01. */
  months: z.array(z.string()),
  publishedAt: z.string().nullable(),
  versions: z.object({ geometry: z.number(), published: z.number() }),
  /** Whether all households are synthetic. */
  isDemo: z.boolean(),
})
export type Overview = z.infer<typeof Overview>

export const ValuesQuery = z.object({
  level: Level,
  indicator: z.string(),
  /** Any day; the published month it falls in is answered. Absent: the newest. */
  date: z.iso.date().optional(),
  /** Only areas under this one (for streets: a neighbourhood or a district). */
  parent: z.coerce.number().int().optional(),
})

export const AreaValue = z.object({
  id: z.number(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  /** Class of the number of households behind the figure: 0 withheld · 1: 5–9 · 2: 10–19 · 3: 20–49 · 4: 50–99 · 5: 100 and more. */
  n_class: z.number().int(),
  state: State,
})
export type AreaValue = z.infer<typeof AreaValue>

/** GET /api/need-map/values */
export const Values = z.object({ date: z.string(), indicator: z.string(), level: Level, areas: z.array(AreaValue) })
export type Values = z.infer<typeof Values>

export const AreaRef = z.object({ level: Level, id: z.number(), name: z.string() })
export type AreaRef = z.infer<typeof AreaRef>

/** GET /api/need-map/areas/{level}/{id}?date= */
export const AreaPage = AreaRef.extend({
  date: z.string(),
  /** From the province down to the area's parent. */
  path: z.array(AreaRef),
  bbox: Bbox.nullable(),
  geomSource: z.string().nullable(),
  isApproximate: z.boolean(),
  population: z.array(z.object({ year: z.number(), population: z.number(), source: z.string() })),
  indicators: z.array(
    AreaValue.omit({ id: true }).extend({
      indicator: z.string(),
      /** The same indicator in the parent and in the province, for comparison. */
      parent: z.number().nullable(),
      province: z.number().nullable(),
    }),
  ),
  /** One line per published month, oldest first; figures in the order of `indicators`. */
  trend: z.array(z.object({ month: z.string(), values: z.array(z.number().nullable()), states: z.array(State) })),
  neighbours: z.array(AreaRef),
  children: z.array(AreaRef),
  /** Sentences that say what stands out, in both languages. */
  explanation: z.array(z.object({ tr: z.string(), en: z.string() })),
})
export type AreaPage = z.infer<typeof AreaPage>

export const SearchQuery = z.object({ q: z.string().trim().min(2).max(100) })

/** GET /api/need-map/search?q= */
export const SearchResult = z.object({
  items: z.array(AreaRef.extend({ parentName: z.string().nullable(), bbox: Bbox.nullable() })),
})
export type SearchResult = z.infer<typeof SearchResult>

export const NamesQuery = z.object({ level: Level, parent: z.coerce.number().int().optional() })

/** GET /api/need-map/names?level=&parent= : names for the table, joined by id. */
export const Names = z.object({
  areas: z.array(z.object({ id: z.number(), name: z.string(), parentId: z.number(), parentName: z.string() })),
})
export type Names = z.infer<typeof Names>
