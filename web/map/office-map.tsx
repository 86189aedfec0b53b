import './office-map.css'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from '../ui/icon-button.tsx'
import { Notice } from '../ui/notice.tsx'
import type { AreaOutline, OfficeIsland } from './office-island.ts'
import { useMapWords } from './office-map-words.ts'
import { type OfficePoint, pressed } from './office-points.rules.ts'
import type { PointKind } from './point-icons.ts'
import { PointLegend } from './point-legend.tsx'
import { useOfficeIsland } from './use-office-island.ts'

type Props = Readonly<{
  /** The map's name for a screen reader. A list beside it must say the same. */
  label: string
  points: readonly OfficePoint[]
  /** How points of each kind look; they make the legend too. Without, all are plain. */
  kinds?: readonly PointKind[]
  selected?: ReadonlySet<number>
  /** The new selection after a press (alone; with shift in or out of the others). */
  onSelect?: (selected: Set<number>) => void
  /** The point of the row that is pointed at beside the map. */
  active?: number | null
  onActive?: (id: number | null) => void
  /** Given: a ring can be drawn (a tool of the map, or `lasso`), and a box with shift held. */
  onLasso?: (ids: number[]) => void
  lasso?: boolean
  /** One place; with `onPin` it can be set and moved. */
  pin?: Readonly<{ lon: number; lat: number }> | null
  onPin?: (at: { lon: number; lat: number }) => void
  /** Areas brought forward. */
  outline?: AreaOutline | null
  /** Another value frames the points anew; otherwise they are framed once. */
  fitKey?: string
  legend?: ReactNode
}>

const NO_KINDS: readonly PointKind[] = []
const NO_ONE: ReadonlySet<number> = new Set()

/** A map of single places to look at and choose from. MapLibre is fetched when the first such map is drawn. */
export default function OfficeMap(props: Props) {
  const { label, points, kinds = NO_KINDS, selected = NO_ONE, active = null, pin = null, outline = null } = props
  const { onSelect, onActive, onLasso, onPin, legend, fitKey = '' } = props
  const w = useMapWords()
  const container = useRef<HTMLDivElement>(null)
  const [idle, setIdle] = useState(0)
  const [hovered, setHovered] = useState<{ id: number; x: number; y: number } | null>(null)
  const [isLasso, setLasso] = useState(props.lasso ?? false)
  useEffect(() => setLasso(props.lasso ?? false), [props.lasso])
  const { island, hasFailed } = useOfficeIsland(container, label, {
    onPress: ({ ids, isAdding }) => onSelect?.(pressed(selected, ids, isAdding)),
    onHover: (id, at) => {
      if (id !== hovered?.id) onActive?.(id)
      setHovered(id === null ? null : { id, ...at })
    },
    onLasso: ids => onLasso?.(ids),
    onPin: at => onPin?.(at),
    onIdle: () => setIdle(count => count + 1),
    onError: () => undefined,
  })
  useEffect(() => island?.show({ points, kinds, selected }), [island, points, kinds, selected])
  useEffect(() => island?.point(active), [island, active])
  useEffect(() => island?.outline(outline), [island, outline])
  useEffect(() => island?.lasso(isLasso), [island, isLasso])
  useEffect(() => island?.pin(pin, onPin !== undefined), [island, pin, onPin])
  useFit(island, `${fitKey} ${points.length > 0 || pin ? 'some' : 'none'}`)
  const named = hovered && points.find(point => point.id === hovered.id)
  const hint = isLasso ? w('lassoHint') : onPin ? w('pinHint') : null
  return (
    <div className="office-map">
      <div className="office-map-canvas" ref={container} data-idle={idle} />
      <div className="office-map-tools">
        <IconButton icon="plus" label={w('zoomIn')} onClick={() => island?.zoomBy(1)} />
        <IconButton icon="minus" label={w('zoomOut')} onClick={() => island?.zoomBy(-1)} />
        <IconButton icon="home" label={w('fit')} onClick={() => island?.fit()} />
        {onLasso && (
          <IconButton icon="lasso" label={w('lasso')} aria-pressed={isLasso} onClick={() => setLasso(!isLasso)} />
        )}
      </div>
      {hint && <p className="office-map-hint">{hint}</p>}
      {(kinds.length > 0 || legend) && (
        <div className="office-map-legend">
          <PointLegend kinds={kinds} />
          {legend}
        </div>
      )}
      {named && hovered && (
        <div className="office-map-label" style={{ left: hovered.x, top: hovered.y }}>
          {named.label}
        </div>
      )}
      {hasFailed && <Notice>{w('failed')}</Notice>}
    </div>
  )
}

/** Frames what is shown when it first comes, and again for another key. */
function useFit(island: OfficeIsland | null, key: string): void {
  const fitted = useRef<string | null>(null)
  useEffect(() => {
    if (!island || fitted.current === key) return
    island.fit(fitted.current !== null)
    fitted.current = key
  }, [island, key])
}
