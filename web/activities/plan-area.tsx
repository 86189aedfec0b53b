import { useState } from 'react'
import type { Activity } from '../../api/activities/activities.contract.ts'
import type { PlanShare } from '../../api/activities/weekly-plans.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Mark, type Marked } from './plan-map.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  share: PlanShare
  mark: Marked | undefined
  files: readonly Activity[]
  load: number
  selected: ReadonlySet<number>
  onSelect: (selected: Set<number>) => void
  /** Files dropped on this inspector. */
  onDrop: (ids: readonly number[]) => void
}>

/** One inspector's week: how full, which neighbourhoods. A neighbourhood is ticked or dragged to another inspector. */
export function PlanArea({ share, mark, files, load, selected, onSelect, onDrop }: Props) {
  const w = useWords()
  const [isOver, setOver] = useState(false)
  const full = (load + share.openLoad) / Math.max(1, share.maxLoad)
  return (
    <section
      className={isOver ? 'plan-area is-over' : 'plan-area'}
      aria-label={w('areaOf', { name: share.name, n: load })}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        onDrop(JSON.parse(event.dataTransfer.getData('text/plain') || '[]') as number[])
      }}
    >
      <div className="plan-area-head">
        <h2>
          <Mark of={mark} />
          {share.name}
        </h2>
        <span className={full > 1 ? 'plan-load is-full' : 'plan-load'} aria-hidden="true">
          <span style={{ width: `${Math.min(100, full * 100)}%` }} />
        </span>
        <span className="quiet">{w('fill', { n: load, open: share.openLoad, max: share.maxLoad })}</span>
      </div>
      {full > 1 && <p className="form-error">{w('overFull', { name: share.name, max: share.maxLoad })}</p>}
      <Places files={files} selected={selected} onSelect={onSelect} />
    </section>
  )
}

function Places({ files, selected, onSelect }: Pick<Props, 'files' | 'selected' | 'onSelect'>) {
  const { format } = useOffice()
  const places = placesOf(files).sort((a, b) => format.compare(a.name, b.name))
  return (
    <ul className="plan-places">
      {places.map(({ id, name, ids }) => {
        const isAll = ids.every(one => selected.has(one))
        const toggle = () => {
          const next = new Set(selected)
          for (const one of ids) isAll ? next.delete(one) : next.add(one)
          onSelect(next)
        }
        const dragged = isAll && selected.size > 0 ? [...selected] : ids
        return (
          <li
            key={id}
            draggable
            onDragStart={event => event.dataTransfer.setData('text/plain', JSON.stringify(dragged))}
          >
            <label>
              <input
                type="checkbox"
                checked={isAll}
                ref={box => {
                  if (box) box.indeterminate = !isAll && ids.some(one => selected.has(one))
                }}
                onChange={toggle}
              />
              <span>
                {name} <span className="quiet">({ids.length})</span>
              </span>
            </label>
          </li>
        )
      })}
    </ul>
  )
}

export function placesOf(files: readonly Activity[]): { id: number; name: string; ids: number[] }[] {
  const places = new Map<number, { id: number; name: string; ids: number[] }>()
  for (const { id, neighbourhoodId, neighbourhood, district } of files) {
    const place = places.get(neighbourhoodId) ?? { id: neighbourhoodId, name: `${neighbourhood}, ${district}`, ids: [] }
    place.ids.push(id)
    places.set(neighbourhoodId, place)
  }
  return [...places.values()]
}
