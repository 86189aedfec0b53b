import type { AreaValue } from '../../api/need-map/need-map.contract.ts'

type Withheld = Exclude<AreaValue['state'], 'ok'>

/** The pattern of map/patterns.ts as a legend shows it. */
export function PatternSwatch({ state }: Readonly<{ state: Withheld }>) {
  return (
    <svg className="swatch swatch-pattern" viewBox="0 0 24 16" aria-hidden="true">
      <g fill="none" strokeWidth="1.1">
        {MARKS[state].map(mark => (
          <path key={mark} d={mark} />
        ))}
      </g>
    </svg>
  )
}

const across = (draw: (x: number, y: number) => string, step: number) =>
  [0, 8, 16].flatMap(x => [0, 8].map(y => draw(x + step, y + step)))

const MARKS: Record<Withheld, readonly string[]> = {
  suppressed: [-16, -8, 0, 8, 16].map(x => `M${x} 16 ${x + 16} 0`),
  too_few: [...across((x, y) => `M${x} ${y}h.1`, 2), ...across((x, y) => `M${x} ${y}h.1`, 6)],
  no_data: across((x, y) => `M${x - 1.5} ${y - 1.5}l3 3m0-3-3 3`, 4),
}
