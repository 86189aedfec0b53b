import { useKomsu } from '../app/context.ts'
import type { Method, PaletteName } from '../app/view.rules.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { MAX_CLASSES } from './breaks.rules.ts'
import type { LegendProps } from './legend.tsx'

const METHODS: readonly Method[] = ['quantile', 'jenks', 'equal']
const PALETTES: readonly PaletteName[] = ['auto', 'magma', 'viridis', 'cividis', 'grey']

/** How figures become classes and colours, and what else is drawn. */
export function LegendSettings({ indicator }: LegendProps) {
  const { t, view, setView } = useKomsu()
  const method = view.method ?? indicator.breaks.method
  const classes = view.classes ?? indicator.breaks.classes
  return (
    <details className="legend-settings">
      <summary>{t('legend.settings')}</summary>
      <label className="field">
        <span>{t('legend.method')}</span>
        <select value={method} onChange={event => setView({ method: event.target.value as Method })}>
          {METHODS.map(one => (
            <option key={one} value={one}>
              {t(`legend.${one as 'quantile'}`)}
            </option>
          ))}
        </select>
      </label>
      <div className="field">
        <span>{t('legend.number')}</span>
        <div className="stepper">
          <IconButton
            icon="minus"
            label={t('legend.fewer')}
            disabled={classes <= 2}
            onClick={() => setView({ classes: classes - 1 })}
          />
          <output>{classes}</output>
          <IconButton
            icon="plus"
            label={t('legend.more')}
            disabled={classes >= MAX_CLASSES}
            onClick={() => setView({ classes: classes + 1 })}
          />
        </div>
      </div>
      <label className="field">
        <span>{t('legend.palette')}</span>
        <select value={view.palette} onChange={event => setView({ palette: event.target.value as PaletteName })}>
          {PALETTES.map(one => (
            <option key={one} value={one}>
              {t(`palette.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="check">
        <input type="checkbox" checked={view.points} onChange={event => setView({ points: event.target.checked })} />
        <span>{t('legend.points')}</span>
      </label>
      {indicator.kind === 'count' && (
        <label className="check">
          <input
            type="checkbox"
            checked={view.columns}
            onChange={event => setView({ columns: event.target.checked })}
          />
          <span>{t('legend.columns')}</span>
        </label>
      )}
    </details>
  )
}
