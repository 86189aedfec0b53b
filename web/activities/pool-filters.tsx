import { useMemo, useRef } from 'react'
import { POOL_STATUSES, type PoolArea } from '../../api/activities/activities.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { CheckField } from '../ui/check-field.tsx'
import { Segmented } from '../ui/segmented.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from './words.ts'

export type PoolWanted = Readonly<{
  status: (typeof POOL_STATUSES)[number]
  district: number | null
  neighbourhood: number | null
  late: boolean
  urgent: boolean
}>
export const EVERYTHING: PoolWanted = {
  status: 'awaiting_inquiry',
  district: null,
  neighbourhood: null,
  late: false,
  urgent: false,
}

type Props = Readonly<{
  wanted: PoolWanted
  areas: readonly PoolArea[]
  onChange: (one: Partial<PoolWanted>) => void
}>

/** What of the pool is looked at; places are those where something waits, with how much. */
export function PoolFilters({ wanted, areas, onChange }: Props) {
  const w = useWords()
  const { format } = useOffice()
  const districts = useDistricts(areas, wanted.district)
  const inside = areas.filter(area => wanted.district === null || area.districtId === wanted.district)
  const all = { value: '', label: w('all') }
  const place = (id: number, name: string, count: number) => ({
    value: String(id),
    label: `${name} (${format.number(count)})`,
  })
  const idOf = (value: string) => (value === '' ? null : Number(value))
  const neighbourhoods = [...inside].sort((a, b) => format.compare(a.neighbourhood, b.neighbourhood))
  return (
    <fieldset className="pool-filters">
      <legend className="unseen">{w('tools')}</legend>
      <Segmented
        legend={w('status')}
        options={POOL_STATUSES.map(value => ({ value, label: w(`status.${value}`) }))}
        value={wanted.status}
        onChange={status => onChange({ status })}
      />
      <div className="form-row">
        <SelectField
          label={w('district')}
          placeholder={null}
          options={[all, ...districts.map(one => place(one.id, one.name, one.files))]}
          value={wanted.district === null ? '' : String(wanted.district)}
          onChange={value => onChange({ district: idOf(value), neighbourhood: null })}
        />
        <SelectField
          label={w('neighbourhood')}
          placeholder={null}
          options={[all, ...neighbourhoods.map(one => place(one.neighbourhoodId, one.neighbourhood, one.files))]}
          value={wanted.neighbourhood === null ? '' : String(wanted.neighbourhood)}
          onChange={value => onChange({ neighbourhood: idOf(value) })}
        />
      </div>
      <div className="pool-checks">
        <CheckField label={w('late')} value={wanted.late} onChange={late => onChange({ late })} />
        <CheckField label={w('urgent')} value={wanted.urgent} onChange={urgent => onChange({ urgent })} />
      </div>
    </fieldset>
  )
}

/** Districts of the whole pool, also while one is chosen and the answer holds only that one. */
function useDistricts(areas: readonly PoolArea[], chosen: number | null) {
  const known = useRef<readonly { id: number; name: string; files: number }[]>([])
  return useMemo(() => {
    if (chosen !== null && known.current.length > 0) return known.current
    const sums = new Map<number, { id: number; name: string; files: number }>()
    for (const { districtId: id, district: name, files } of areas)
      sums.set(id, { id, name, files: files + (sums.get(id)?.files ?? 0) })
    known.current = [...sums.values()]
    return known.current
  }, [areas, chosen])
}
