import { useEffect, useRef } from 'react'
import { useMapWords } from './office-map-words.ts'
import { drawIcon, type PointKind } from './point-icons.ts'
import { useThemeFlavour } from './use-theme-flavour.ts'

/** What the marks mean, drawn as on the map. */
export function PointLegend({ kinds }: Readonly<{ kinds: readonly PointKind[] }>) {
  const w = useMapWords()
  if (kinds.length === 0) return null
  return (
    <ul aria-label={w('legend')}>
      {kinds.map(kind => (
        <li key={kind.kind}>
          <Swatch kind={kind} />
          {kind.label}
        </li>
      ))}
    </ul>
  )
}

function Swatch({ kind }: Readonly<{ kind: PointKind }>) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const flavour = useThemeFlavour()
  useEffect(() => {
    const icon = drawIcon(kind, flavour)
    const { current } = canvas
    if (!current) return
    current.width = icon.width
    current.height = icon.height
    current.getContext('2d')?.putImageData(icon, 0, 0)
  }, [kind, flavour])
  return (
    <span aria-hidden="true">
      <canvas ref={canvas} />
    </span>
  )
}
