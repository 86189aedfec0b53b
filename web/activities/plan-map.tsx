import { lazy, Suspense, useMemo } from 'react'
import type { OfficePoint } from '../map/office-points.rules.ts'
import { GROUP_COLOURS } from '../map/point-icons.ts'
import { Busy } from '../ui/busy.tsx'
import { useWords } from './words.ts'

const OfficeMap = lazy(() => import('../map/office-map.tsx'))

export type Marked = Readonly<{ id: number; name: string; colour: string; mark: string }>

/** A colour and letters for each inspector; letters tell apart those who share a colour. */
export function markOf(people: readonly Readonly<{ id: number; name: string }>[]): ReadonlyMap<number, Marked> {
  const taken = new Set<string>()
  return new Map(
    people.map(({ id, name }, at) => {
      const mark = freeMark(name, taken)
      taken.add(mark)
      return [id, { id, name, mark, colour: GROUP_COLOURS[at % GROUP_COLOURS.length] ?? GROUP_COLOURS[0] }]
    }),
  )
}

/** Initials; where somebody has them already, the first letter with a number. */
function freeMark(name: string, taken: ReadonlySet<string>): string {
  const words = name
    .replace(/\(.*\)/, '')
    .trim()
    .split(/\s+/)
  const initials = words
    .map(word => word[0] ?? '')
    .join('')
    .slice(0, 2)
    .toLocaleUpperCase('tr')
  if (!taken.has(initials)) return initials
  for (let n = 2; ; n++) if (!taken.has(`${initials[0]}${n}`)) return `${initials[0]}${n}`
}

export function Mark({ of }: Readonly<{ of: Marked | undefined }>) {
  if (!of) return null
  return (
    <span className="plan-mark" style={{ background: of.colour }} aria-hidden="true">
      {of.mark}
    </span>
  )
}

type Props = Readonly<{
  files: readonly Readonly<{
    id: number
    point: Readonly<{ lon: number; lat: number }> | null
    label: string
    inspectorId: number | null
  }>[]
  marks: ReadonlyMap<number, Marked>
  selected?: ReadonlySet<number>
  onSelect?: (selected: Set<number>) => void
}>

/** A plan on the map: whose is what. */
export function PlanMap({ files, marks, selected, onSelect }: Props) {
  const w = useWords()
  const points = useMemo(
    () =>
      files.flatMap(({ id, point, label, inspectorId }): OfficePoint[] =>
        point
          ? [{ id, lon: point.lon, lat: point.lat, label, kind: inspectorId === null ? 'left' : String(inspectorId) }]
          : [],
      ),
    [files],
  )
  const kinds = useMemo(
    () => [
      ...[...marks.values()].map(({ id, name, colour, mark }) => ({ kind: String(id), label: name, colour, mark })),
      { kind: 'left', label: w('leftTitle'), tone: 'urgent' as const },
    ],
    [marks, w],
  )
  return (
    <div className="plan-map">
      <Suspense fallback={<Busy />}>
        <OfficeMap
          label={w('planMap')}
          points={points}
          kinds={kinds}
          {...(selected ? { selected } : {})}
          {...(onSelect
            ? { onSelect, onLasso: (ids: number[]) => onSelect(new Set([...(selected ?? []), ...ids])) }
            : {})}
        />
      </Suspense>
    </div>
  )
}
