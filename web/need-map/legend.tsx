import { useState } from 'react'
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { Icon } from '../ui/icon.tsx'
import { ClassRows } from './legend-classes.tsx'
import { LegendSettings } from './legend-settings.tsx'
import type { Classing } from './paint.rules.ts'
import { PatternSwatch } from './pattern-swatch.tsx'
import { SymbolScale } from './symbol-scale.tsx'

export type LegendProps = Readonly<{
  indicator: Indicator
  classing: Classing
  colours: readonly string[]
  only: ReadonlySet<number>
  onOnly: (only: ReadonlySet<number>) => void
  radius: number
  hasApproximate: boolean
  /** Whether the officer sees households of their files. */
  households: boolean
}>

const WITHHELD = ['suppressed', 'too_few', 'no_data'] as const

/** What the colours mean, and a control: a class is brought forward by pressing it. */
export function Legend(props: LegendProps) {
  const { t, language, view } = useKomsu()
  const hasColumns = props.indicator.kind === 'count' && view.columns
  const { indicator, classing, hasApproximate, households } = props
  const [isOpen, setOpen] = useState(() => window.innerWidth >= 720)
  return (
    <section className={`legend${isOpen ? '' : ' is-closed'}`} aria-label={t('legend.title')}>
      <button
        type="button"
        className="legend-toggle"
        aria-expanded={isOpen}
        title={t(isOpen ? 'legend.close' : 'legend.open')}
        onClick={() => setOpen(!isOpen)}
      >
        <span>
          <span className="unseen">{t('legend.title')}: </span>
          {indicator.unit[language]}
        </span>
        <Icon name={isOpen ? 'down' : 'up'} size={16} />
      </button>
      {!isOpen && <Strip {...props} />}
      {isOpen && (
        <div className="legend-body">
          <p className="legend-kind">{t(`indicator.${hasColumns ? 'columns' : indicator.kind}`)}</p>
          {indicator.kind === 'count' && !hasColumns && <SymbolScale {...props} />}
          <ClassRows {...props} />
          <ul className="legend-states">
            {WITHHELD.filter(state => classing.states[state] > 0).map(state => (
              <li key={state} title={t(`state.${state}.long`)}>
                <PatternSwatch state={state} />
                <span>{t(`state.${state}`)}</span>
                <span className="legend-count">{classing.states[state]}</span>
              </li>
            ))}
            {hasApproximate && (
              <li>
                <span className="swatch swatch-approximate" aria-hidden="true" />
                <span>{t('legend.approximate')}</span>
              </li>
            )}
            {households && (
              <li title={t('legend.householdsHint')}>
                <span className="swatch-cell">
                  <i className="swatch swatch-household" />
                </span>
                <span>{t('legend.households')}</span>
              </li>
            )}
          </ul>
          <LegendSettings {...props} />
        </div>
      )}
    </section>
  )
}

/** The colours in one line, while the legend is closed. */
function Strip({ colours }: LegendProps) {
  return (
    <span className="legend-strip" aria-hidden="true">
      {colours.map(colour => (
        <i key={colour} style={{ backgroundColor: colour }} />
      ))}
    </span>
  )
}
