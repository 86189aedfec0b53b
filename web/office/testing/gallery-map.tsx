import { useMemo, useState } from 'react'
import OfficeMap from '../../map/office-map.tsx'
import type { OfficePoint } from '../../map/office-points.rules.ts'
import type { PointKind } from '../../map/point-icons.ts'

const KINDS: PointKind[] = [
  { kind: 'plain', label: 'Bekliyor', tone: 'plain' },
  { kind: 'soon', label: 'Süresi yaklaşan', tone: 'soon' },
  { kind: 'late', label: 'Geciken', tone: 'late' },
  { kind: 'urgent', label: 'Acil', tone: 'urgent' },
  { kind: 'done', label: 'Bitti', tone: 'done' },
]

const query = new URLSearchParams(location.search)
const COUNT = Number(query.get('points') ?? 400)

export function GalleryMap() {
  const points = useMemo(() => Array.from({ length: COUNT }, (_, at) => pointOf(at)), [])
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [active, setActive] = useState<number | null>(null)
  const [pin, setPin] = useState({ lon: 27.11, lat: 38.46 })
  const isPin = query.get('pin') === '1'
  return (
    <>
      <p id="chosen">
        {selected.size} seçildi · {active ?? '–'} · {pin.lon.toFixed(5)} {pin.lat.toFixed(5)}
      </p>
      <div className="map-box">
        <OfficeMap
          label="Havuzun haritası"
          points={isPin ? [] : points}
          kinds={isPin ? [] : KINDS}
          selected={selected}
          onSelect={setSelected}
          onActive={setActive}
          onLasso={ids => setSelected(new Set(ids))}
          {...(isPin ? { pin, onPin: setPin } : {})}
        />
      </div>
    </>
  )
}

/** Scattered over a district, always the same; every tenth behind the door of the one before. */
function pointOf(at: number): OfficePoint {
  const own = at % 10 === 9 ? at - 1 : at
  const part = (seed: number) => ((own * seed) % 997) / 997
  const kind = KINDS[at % KINDS.length]?.kind ?? 'plain'
  return { id: at + 1, lon: 27.05 + part(331) * 0.12, lat: 38.44 + part(617) * 0.06, kind, label: `Hane ${at + 1}` }
}
