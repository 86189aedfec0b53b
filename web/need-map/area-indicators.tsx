import type { AreaPage, Indicator } from '../../api/need-map/need-map.contract.ts'
import { useKomsu } from '../app/context.ts'
import { figureOf, figureOrState } from './sentence.rules.ts'

const GROUPS = ['need', 'reach', 'waiting'] as const

/** Every indicator of the area beside the area above and the province; pressing one puts it on the map. */
export function AreaIndicators({ page }: Readonly<{ page: AreaPage }>) {
  const { t, indicators } = useKomsu()
  const above = page.path.at(-1)
  const hasMiddle = above !== undefined && above.level !== 'province'
  return (
    <section>
      <h3>{t('area.indicators')}</h3>
      <table className="area-indicators">
        <thead>
          <tr>
            <th scope="col">{t('area.indicator')}</th>
            <th scope="col">{t('area.here')}</th>
            {hasMiddle && <th scope="col">{above.name}</th>}
            <th scope="col">{page.path[0]?.name ?? t('level.province')}</th>
          </tr>
        </thead>
        {GROUPS.map(group => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={hasMiddle ? 4 : 3} className="group-row">
                {t(`group.${group}`)}
              </th>
            </tr>
            {indicators
              .filter(one => one.group === group)
              .map(one => (
                <Row key={one.id} one={one} page={page} hasMiddle={hasMiddle} />
              ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

function Row({ one, page, hasMiddle }: Readonly<{ one: Indicator; page: AreaPage; hasMiddle: boolean }>) {
  const { t, format, language, indicator, setView } = useKomsu()
  const figure = page.indicators.find(each => each.indicator === one.id)
  if (!figure) return null
  const words = { t, format, language }
  const other = (value: number | null) => (value === null ? '–' : figureOf(value, one, words))
  const isShown = one.id === indicator?.id
  return (
    <tr className={isShown ? 'is-shown' : ''}>
      <th scope="row">
        <button
          type="button"
          aria-pressed={isShown}
          title={one.description[language]}
          onClick={() => setView({ indicator: one.id })}
        >
          {one.name[language]} <small>{one.unit[language]}</small>
        </button>
      </th>
      <td className={figure.value === null ? 'is-withheld' : ''}>{figureOrState(figure, one, words)}</td>
      {hasMiddle && <td>{other(figure.parent)}</td>}
      <td>{other(figure.province)}</td>
    </tr>
  )
}
