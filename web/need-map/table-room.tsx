import { useDeferredValue, useMemo, useState } from 'react'
import { useKomsu } from '../app/context.ts'
import { Icon } from '../ui/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { csvOf } from './csv.rules.ts'
import { download } from './download.ts'
import { figureOf, figureOrState } from './sentence.rules.ts'
import { type Column, sortRows, type TableRow, tableRows } from './table.rules.ts'
import type { Figures } from './use-figures.ts'
import type { AreaName } from './use-names.ts'
import type { Travel } from './use-travel.ts'

const PAGE = 100

type Props = Readonly<{ figures: Figures | undefined; names: ReadonlyMap<number, AreaName>; travel: Travel }>

/** The map in rows: the same areas, figures and words; sorted, searched, downloaded. */
export default function TableRoom({ figures, names, travel }: Props) {
  const { t, format, language, indicators } = useKomsu()
  const [sort, setSort] = useState<{ by: Column; isDown: boolean }>({ by: 'value', isDown: true })
  const [wanted, setWanted] = useState('')
  const [page, setPage] = useState(0)
  const filter = useDeferredValue(wanted)
  const indicator = indicators.find(one => one.id === figures?.indicator)
  const rows = useMemo(
    () => sortRows(tableRows(figures?.areas ?? [], names, filter), sort, format.compare),
    [figures, names, filter, sort, format],
  )
  if (!figures || !indicator) return <p className="panel-loading">{t('state.loading')}</p>
  const pages = Math.max(1, Math.ceil(rows.length / PAGE))
  const at = Math.min(page, pages - 1)
  const caption = t('table.caption', {
    indicator: indicator.name[language],
    level: t(`levels.${figures.level}`),
    month: format.month(figures.month),
  })
  const save = () => {
    const header = ['name', 'parent', 'value', 'interval', 'state', 'households'] as const
    const unit = indicator.unit[language]
    const lines = rows.map(row => [
      row.name,
      row.parent,
      row.value,
      interval(row, value => figureOf(value, indicator, { format })),
      t(`state.${row.state}`),
      t(`nclass.${row.nClass}`),
    ])
    const titles = header.map(column => (column === 'value' ? `${t('table.value')} (${unit})` : t(`table.${column}`)))
    download(`${indicator.id}-${figures.level}-${figures.month.slice(0, 7)}.csv`, csvOf(titles, lines, language))
  }
  return (
    <div className="table-room">
      <h2>{caption}</h2>
      <div className="table-tools">
        <label className="field">
          <span className="unseen">{t('table.filter')}</span>
          <input
            type="search"
            placeholder={t('table.filter')}
            value={wanted}
            onChange={event => {
              setWanted(event.target.value)
              setPage(0)
            }}
          />
        </label>
        <span className="table-count">{t('table.rows', { n: format.number(rows.length) })}</span>
        <button type="button" className="button" onClick={save}>
          <Icon name="download" size={16} /> {t('table.csv')}
        </button>
      </div>
      {figures.level === 'street' && <p className="panel-note">{t('table.streets')}</p>}
      <Rows rows={rows.slice(at * PAGE, (at + 1) * PAGE)} {...{ figures, caption, sort, setSort, travel }} />
      {rows.length === 0 && <p className="panel-note">{t('table.empty')}</p>}
      {pages > 1 && (
        <nav className="table-pages" aria-label={t('table.page', { page: at + 1, pages })}>
          <IconButton icon="left" label={t('table.previous')} disabled={at === 0} onClick={() => setPage(at - 1)} />
          <span>{t('table.page', { page: at + 1, pages })}</span>
          <IconButton icon="right" label={t('table.next')} disabled={at >= pages - 1} onClick={() => setPage(at + 1)} />
        </nav>
      )}
    </div>
  )
}

type RowsProps = Readonly<{
  rows: readonly TableRow[]
  figures: Figures
  caption: string
  sort: { by: Column; isDown: boolean }
  setSort: (sort: { by: Column; isDown: boolean }) => void
  travel: Travel
}>

function Rows({ rows, figures, caption, sort, setSort, travel }: RowsProps) {
  const { t, format, language, view, indicators } = useKomsu()
  const indicator = indicators.find(one => one.id === figures.indicator)
  if (!indicator) return null
  const words = { t, format, language }
  const columns: Column[] =
    figures.level === 'district'
      ? ['name', 'value', 'interval', 'households']
      : ['name', 'parent', 'value', 'interval', 'households']
  return (
    <div className="table-scroll">
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr className="table-head">
            {columns.map(column => {
              const isBy = sort.by === column
              const order = sort.isDown ? 'descending' : 'ascending'
              return (
                <th key={column} scope="col" aria-sort={isBy ? order : 'none'} className={`column-${column}`}>
                  <button
                    type="button"
                    onClick={() =>
                      setSort({ by: column, isDown: isBy ? !sort.isDown : column !== 'name' && column !== 'parent' })
                    }
                  >
                    {t(`table.${column}`)}
                    {isBy && <Icon name={sort.isDown ? 'down' : 'up'} size={12} />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr
              key={row.id}
              className={
                view.area?.id === row.id && view.area.level === figures.level ? 'table-row is-shown' : 'table-row'
              }
            >
              <th scope="row">
                <button
                  type="button"
                  className="text-button"
                  onClick={() => travel.goTo({ level: figures.level, id: row.id })}
                >
                  {row.name}
                </button>
              </th>
              {columns.includes('parent') && <td className="column-parent">{row.parent}</td>}
              <td className={`column-value${row.value === null ? ' is-withheld' : ''}`}>
                {figureOrState(row, indicator, words)}
              </td>
              <td className="column-interval">{interval(row, value => figureOf(value, indicator, words))}</td>
              <td className="column-households">{row.nClass > 0 ? t(`nclass.${row.nClass}`) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function interval({ low, high }: TableRow, figure: (value: number) => string): string {
  return low === null || high === null ? '' : `${figure(low)} – ${figure(high)}`
}
