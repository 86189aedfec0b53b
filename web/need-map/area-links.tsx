import { useState } from 'react'
import type { AreaRef } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import type { Travel } from './use-travel.ts'

const FIRST = 24

type Props = Readonly<{ title: string; areas: readonly AreaRef[]; travel: Travel }>

/** Ways to other areas by name. */
export function AreaLinks({ title, areas, travel }: Props) {
  const { t, format } = useKomsu()
  const [isWhole, setWhole] = useState(false)
  if (areas.length === 0) return null
  const listed = isWhole ? areas : areas.slice(0, FIRST)
  return (
    <section>
      <h3>
        {title} <small>{format.number(areas.length)}</small>
      </h3>
      <ul className="area-links">
        {listed.map(area => (
          <li key={`${area.level}.${area.id}`}>
            <button type="button" className="text-button" onClick={() => travel.goTo(area)}>
              {area.name}
            </button>
          </li>
        ))}
      </ul>
      {listed.length < areas.length && (
        <button type="button" className="button" onClick={() => setWhole(true)}>
          {t('area.showAll', { n: format.number(areas.length) })}
        </button>
      )}
    </section>
  )
}
