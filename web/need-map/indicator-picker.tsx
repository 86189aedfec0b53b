import { type KeyboardEvent, useId } from 'react'
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { Icon } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'

const GROUPS = ['need', 'reach', 'waiting'] as const

/** The title of the map is the choice of its indicator. */
export function IndicatorPicker() {
  const { t, language, indicator } = useKomsu()
  if (!indicator) return null
  return (
    <Popover
      className="indicator-picker"
      label={`${t('indicator.pick')}: ${indicator.name[language]}`}
      button={
        <>
          <span className="indicator-title">{indicator.name[language]}</span>
          <Icon name="down" />
        </>
      }
    >
      {close => <IndicatorList onChosen={close} />}
    </Popover>
  )
}

function IndicatorList({ onChosen }: Readonly<{ onChosen: () => void }>) {
  const { t, indicators } = useKomsu()
  const id = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys step through the buttons inside
    <div className="indicator-list" onKeyDown={stepThrough}>
      {GROUPS.map(group => {
        const members = indicators.filter(one => one.group === group)
        if (members.length === 0) return null
        return (
          <section key={group} aria-labelledby={`${id}-${group}`}>
            <h2 id={`${id}-${group}`}>{t(`group.${group}`)}</h2>
            {members.map(one => (
              <IndicatorChoice key={one.id} one={one} onChosen={onChosen} />
            ))}
          </section>
        )
      })}
    </div>
  )
}

function IndicatorChoice({ one, onChosen }: Readonly<{ one: Indicator; onChosen: () => void }>) {
  const { t, language, indicator, setView } = useKomsu()
  const isShown = one.id === indicator?.id
  const choose = () => {
    setView({ indicator: one.id })
    onChosen()
  }
  return (
    <button
      type="button"
      className="indicator-choice"
      aria-pressed={isShown}
      // biome-ignore lint/a11y/noAutofocus: the list opens at the one shown, as a menu does
      autoFocus={isShown}
      onClick={choose}
      title={t(`indicator.${one.kind}`)}
    >
      <span className={`kind-mark kind-${one.kind}`} aria-hidden="true" />
      <span>
        <span className="indicator-name">{one.name[language]}</span>
        <small>{one.description[language]}</small>
      </span>
      <small className="indicator-unit">{one.unit[language]}</small>
    </button>
  )
}

function stepThrough(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll<Element>('button')]
  const at = document.activeElement ? buttons.indexOf(document.activeElement) : -1
  const next = buttons[Math.min(buttons.length - 1, Math.max(0, at + step))]
  if (next instanceof HTMLElement) next.focus()
}
