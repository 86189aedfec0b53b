import { useEffect, useState } from 'react'
import { useKomsu } from '../app/context.ts'
import { IconButton } from '../ui/icon-button.tsx'

const BEAT_MS = 900

/** The months, below the map. Moving it fetches figures only; arrow keys move it a month. */
export function TimeBar({ isFresh }: Readonly<{ isFresh: boolean }>) {
  const { t, format, overview, month, setView } = useKomsu()
  const { months } = overview
  const at = Math.max(0, months.indexOf(month ?? ''))
  const [isPlaying, setPlaying] = useState(false)
  const go = (to: number) => {
    const next = months[to]
    if (next) setView({ month: to === months.length - 1 ? null : next })
  }
  useBeat(isPlaying && isFresh, at, () => (at >= months.length - 1 ? setPlaying(false) : go(at + 1)))
  const play = () => {
    if (!isPlaying && at >= months.length - 1) go(0)
    setPlaying(!isPlaying)
  }
  if (!month) return null
  return (
    <section className="time-bar" aria-label={t('time.title')}>
      <IconButton
        icon={isPlaying ? 'pause' : 'play'}
        label={t(isPlaying ? 'time.pause' : 'time.play')}
        onClick={play}
      />
      <IconButton icon="left" label={t('time.previous')} disabled={at === 0} onClick={() => go(at - 1)} />
      <strong className="time-month">{format.month(month)}</strong>
      <IconButton icon="right" label={t('time.next')} disabled={at >= months.length - 1} onClick={() => go(at + 1)} />
      <div className="time-scale">
        <input
          type="range"
          min={0}
          max={Math.max(0, months.length - 1)}
          value={at}
          aria-label={t('time.title')}
          aria-valuetext={format.month(month)}
          onChange={event => go(Number(event.target.value))}
        />
        <div className="time-ticks" aria-hidden="true">
          {months.map((each, i) => (
            <span key={each} className={i === at ? 'is-shown' : ''}>
              {tickLabel(each, i, format.shortMonth)}
            </span>
          ))}
        </div>
      </div>
    </section>
  )
}

function tickLabel(month: string, at: number, short: (iso: string) => string): string {
  const number = Number(month.slice(5, 7))
  if (number === 1) return month.slice(0, 4)
  return at > 0 && (number - 1) % 3 === 0 ? short(month) : ''
}

function useBeat(isOn: boolean, beat: number, act: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: one step per month shown
  useEffect(() => {
    if (!isOn) return
    const timer = setTimeout(act, BEAT_MS)
    return () => clearTimeout(timer)
  }, [isOn, beat])
}
