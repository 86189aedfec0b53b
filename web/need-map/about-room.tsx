import { useKomsu } from '../app/context.ts'
import { Commands } from '../ui/notice.tsx'
import { PatternSwatch } from './pattern-swatch.tsx'

const IMPORT = [
  'npm run komsu -- import districts ilceler.geojson',
  'npm run komsu -- import neighbourhoods mahalleler.gpkg',
  'npm run komsu -- import streets sokaklar.osm.pbf',
]
const WITHHELD = ['suppressed', 'too_few', 'no_data'] as const
const KEYS = [
  ['Ctrl K', 'search'],
  ['← ↑ → ↓', 'pan'],
  ['+  −', 'zoom'],
  ['N  P', 'step'],
  ['Enter', 'open'],
  ['Esc', 'close'],
] as const

/** Where the figures come from, what is held back and why, and how to load one's own city. */
export default function AboutRoom() {
  const { t, overview } = useKomsu()
  const isSchematic = overview.provinces.some(province => province.isSchematic)
  return (
    <article className="about-room">
      <h2>{t('about.title')}</h2>
      {overview.isDemo && <p>{t('about.demo')}</p>}
      {isSchematic && (
        <section>
          <h3>{t('about.schematic')}</h3>
          <p>{t('about.schematicText')}</p>
          <Commands lines={IMPORT} />
        </section>
      )}
      <Publication />
      <section>
        <h3>{t('about.states')}</h3>
        <p>{t('about.statesText')}</p>
        <ul className="legend-states">
          {WITHHELD.map(state => (
            <li key={state}>
              <PatternSwatch state={state} />
              <span>{t(`state.${state}.long`)}</span>
            </li>
          ))}
        </ul>
      </section>
      <Definitions />
      <section>
        <h3>{t('about.keys')}</h3>
        <dl className="keys">
          {KEYS.map(([keys, what]) => (
            <div key={what}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{t(`about.key.${what}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>{t('about.software')}</h3>
        <p>{t('about.softwareText')}</p>
      </section>
    </article>
  )
}

function Publication() {
  const { t, format, overview } = useKomsu()
  const { months, publishedAt } = overview
  const [from, to] = [months[0], months.at(-1)]
  if (!from || !to || !publishedAt) return null
  const fill = { months: months.length, from: format.month(from), to: format.month(to), at: format.day(publishedAt) }
  return (
    <section>
      <h3>{t('about.published')}</h3>
      <p>{t('about.publishedText', fill)}</p>
    </section>
  )
}

function Definitions() {
  const { t, language, indicators } = useKomsu()
  return (
    <section>
      <h3>{t('about.indicators')}</h3>
      <dl className="definitions">
        {indicators.map(one => (
          <div key={one.id}>
            <dt>
              {one.name[language]} <small>{one.unit[language]}</small>
            </dt>
            <dd>
              <p>{one.description[language]}</p>
              <p className="panel-note">
                {t('indicator.formula')}: {one.formula}
              </p>
              <p className="panel-note">
                {t('indicator.source')}: {one.source}
              </p>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
