import { useKomsu } from '../app/context.ts'
import type { LegendProps } from './legend.tsx'
import { figureOf } from './sentence.rules.ts'

/** Circles in the size they have on the map, so that a figure can be read from one. */
export function SymbolScale({ indicator, classing, radius, colours }: LegendProps) {
  const { format } = useKomsu()
  if (classing.upper.length === 0 || classing.highest <= 0) return null
  const steps = [1, 0.25, 0.04].map(share => ({ value: classing.highest * share, r: radius * Math.sqrt(share) }))
  const side = radius * 2 + 10
  return (
    <svg className="symbol-scale" viewBox={`0 0 208 ${side}`} height={side} width={208} aria-hidden="true">
      {steps.map(({ value, r }) => (
        <g key={value}>
          <circle cx={radius + 2} cy={side - r - 2} r={r} fill={colours.at(-1)} fillOpacity="0.18" />
          <path d={`M${radius + 2} ${side - 2 * r - 2}H${radius * 2 + 20}`} />
          <text x={radius * 2 + 24} y={side - 2 * r + 2}>
            {figureOf(value, indicator, { format })}
          </text>
        </g>
      ))}
    </svg>
  )
}
