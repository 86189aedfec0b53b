import { useEffect } from 'react'
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { useStore } from '../app/store.ts'
import type { MapLevel } from '../app/view.rules.ts'
import type { Key } from '../i18n/t.ts'
import type { PickedArea } from '../map/need-map.ts'
import { figureOf, figureOrState, unitAfter } from './sentence.rules.ts'
import type { Figures } from './use-figures.ts'
import type { Island } from './use-island.ts'

export type Hovered = Readonly<{ area: PickedArea; x: number; y: number }>

type LayerProps = Readonly<{ island: Island; figures: Figures | undefined; companions: readonly Indicator[] }>

/** Follows the pointer: the card, and the outline on the map. */
export function HoverLayer({ island, figures, companions }: LayerProps) {
  const { at } = useStore(island.hovered)
  const { map } = island
  const level = at?.area.level
  const id = at?.area.id
  useEffect(() => {
    map?.mark('hover', level && level !== 'place' && id !== undefined ? { level, id } : null)
  }, [map, level, id])
  return at && matchMedia('(hover: hover)').matches ? (
    <HoverCard hovered={at} figures={figures} companions={companions} />
  ) : null
}

type Props = Readonly<{ hovered: Hovered; figures: Figures | undefined; companions: readonly Indicator[] }>

/** What is under the pointer, in figures and words; beside the pointer, never over the area it speaks of. */
function HoverCard({ hovered, figures, companions }: Props) {
  const { t } = useKomsu()
  const { area, x, y } = hovered
  const isLeft = x > window.innerWidth - 420
  const isAbove = y > window.innerHeight - 320
  return (
    <div
      className="hover-card"
      style={{
        transform: `translate(${x + (isLeft ? -16 : 16)}px, ${y + (isAbove ? -16 : 16)}px) translate(${isLeft ? '-100%' : '0'}, ${isAbove ? '-100%' : '0'})`,
      }}
      aria-hidden="true"
    >
      <strong>{area.status ? t('household.title') : area.name}</strong>
      {area.status && <small>{t(`status.${area.status}` as Key)}</small>}
      {area.level !== 'place' && (
        <small>
          {t(`level.${area.level}`)}
          {area.isApproximate && ` · ${t('hover.approximate')}`}
        </small>
      )}
      {figures?.level === area.level && <HoverFigures id={area.id} figures={figures} companions={companions} />}
      {area.level !== 'place' && <small className="hover-hint">{t('hover.open')}</small>}
    </div>
  )
}

function HoverFigures({
  id,
  figures,
  companions,
}: Readonly<{ id: number; figures: Figures; companions: readonly Indicator[] }>) {
  const { t, format, language, indicators, client } = useKomsu()
  const words = { t, format, language }
  const indicator = indicators.find(one => one.id === figures.indicator)
  const shown = figures.areas.find(one => one.id === id)
  if (!indicator) return null
  const value = shown ?? { value: null, low: null, high: null, state: 'no_data' as const }
  return (
    <>
      <div className="hover-main">
        <span className="hover-figure">{figureOrState(value, indicator, words)}</span>{' '}
        {value.value !== null && <span>{unitAfter(indicator, language)}</span>}
      </div>
      {value.low !== null && value.high !== null && (
        <small>
          {t('hover.interval', {
            low: figureOf(value.low, indicator, words),
            high: figureOf(value.high, indicator, words),
          })}
        </small>
      )}
      <dl>
        {companions.map(other => {
          const there = client
            .peek({ level: figures.level as MapLevel, indicator: other.id, month: figures.month })
            ?.areas.find(one => one.id === id)
          if (!there) return null
          return (
            <div key={other.id}>
              <dt>{other.name[language]}</dt>
              <dd>{figureOrState(there, other, words)}</dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
