import type { FactShown } from '../../api/scores/household-facts.rules.ts'
import type { Point, ScoreVerdict } from '../../api/scores/score.rules.ts'
import { PART_LIMITS, PART_NAMES, PARTS, type PartCode } from '../../api/scores/score-scheme.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Tag, type Tone } from '../ui/tag.tsx'
import { factText, pointText } from './fact-text.ts'
import './working.css'
import { useWorkingWords } from './working-words.ts'

export type People = readonly Readonly<{ id: number; name: string }>[]

/** A score of the API (preview, past score) or of `scoreHousehold` in the browser. */
export type ScoreShown = Readonly<{
  total: number
  low: number | null
  high: number | null
  minimum: number | null
  verdict: ScoreVerdict | null
  parts: Readonly<Partial<Record<PartCode, number>>>
  points: readonly Point[] | null
}>

type Props = Readonly<{ score: ScoreShown; people?: People /** Said under the total: scheme, day. */; note?: string }>

const TONE: Readonly<Record<ScoreVerdict, Tone>> = { eligible: 'good', ineligible: 'neutral', open: 'wait' }

/** A score with every point's reason, the facts behind it and what is missing: for the household file and the schemes. */
export function ScoreWorking({ score, people = [], note }: Props) {
  const w = useWorkingWords()
  return (
    <section className="working" aria-label={w('score.label')}>
      <Total score={score} note={note} />
      {score.points === null && <p className="quiet">{w('score.noPoints')}</p>}
      <ol className="working-parts">
        {PARTS.map(code => (
          <Part key={code} code={code} score={score} people={people} />
        ))}
      </ol>
      <p className="quiet">{w('score.advises')}</p>
    </section>
  )
}

function Total({ score, note }: Readonly<{ score: ScoreShown; note: string | undefined }>) {
  const { format } = useOffice()
  const w = useWorkingWords()
  const { total, low, high, minimum, verdict } = score
  const isOpen = low !== null && high !== null && low !== high
  return (
    <div className="working-total">
      <div className="working-line">
        <strong className="working-number">{w('score.total', { total: pointText(total, format) })}</strong>
        {verdict && <Tag tone={TONE[verdict]}>{w(`verdict.${verdict}`)}</Tag>}
        {minimum !== null && (
          <span className="quiet">{w('score.minimum', { minimum: pointText(minimum, format) })}</span>
        )}
      </div>
      <Scale {...{ total, low, high, minimum }} />
      {isOpen && <p>{w('score.range', { low: pointText(low, format), high: pointText(high, format) })}</p>}
      {note && <p className="quiet">{note}</p>}
    </div>
  )
}

/** The same as the sentence beside it, as a line from 0 to 100. */
function Scale({ total, low, high, minimum }: Pick<ScoreShown, 'total' | 'low' | 'high' | 'minimum'>) {
  const from = low ?? total
  return (
    <div className="working-scale" aria-hidden="true">
      <span className="working-range" style={{ left: `${from}%`, width: `${(high ?? total) - from}%` }} />
      <span className="working-certain" style={{ width: `${total}%` }} />
      {minimum !== null && <span className="working-minimum" style={{ left: `${minimum}%` }} />}
    </div>
  )
}

function Part({ code, score, people }: Readonly<{ code: PartCode; score: ScoreShown; people: People }>) {
  const { format, language } = useOffice()
  const w = useWorkingWords()
  const points = score.points?.filter(point => point.part === code) ?? []
  const sum = { points: pointText(score.parts[code] ?? 0, format), max: pointText(PART_LIMITS[code], format) }
  return (
    <li className="working-part">
      <h3>
        {PART_NAMES[code][language]} <span className="working-sum">{w('points', sum)}</span>
      </h3>
      {points.length > 0 && (
        <ul>
          {points.map(point => (
            <PointRow key={point.question} point={point} people={people} />
          ))}
        </ul>
      )}
    </li>
  )
}

function PointRow({ point, people }: Readonly<{ point: Point; people: People }>) {
  const { format, language } = useOffice()
  const w = useWorkingWords()
  const isUnknown = point.state !== 'scored'
  return (
    <li className={`working-point is-${point.state}`}>
      <span className="working-points">
        {isUnknown
          ? w('points.range', { low: pointText(point.low, format), high: pointText(point.high, format) })
          : pointText(point.points, format)}
      </span>
      <div>
        <span className="quiet">{point.text[language]}</span>
        <strong className="working-reason">{point.reason[language]}</strong>
        {isUnknown && <Tag tone="wait">{w(`state.${point.state}`)}</Tag>}
        <FactList facts={point.facts} people={people} />
      </div>
    </li>
  )
}

function FactList({ facts, people }: Readonly<{ facts: readonly FactShown[]; people: People }>) {
  const { format, language } = useOffice()
  const w = useWorkingWords()
  if (facts.length === 0) return null
  const nameOf = (id: number | null) => people.find(person => person.id === id)?.name
  return (
    <ul className="working-facts">
      {facts.map(fact => {
        const name = nameOf(fact.personId)
        const text = factText(fact, { w, format, language })
        return (
          <li key={`${fact.kind} ${fact.id} ${fact.personId} ${fact.name}`}>
            {name ? `${name}: ${text}` : text}{' '}
            <small>
              {w(`source.${fact.source}`)}, {format.day(fact.date)}
            </small>
          </li>
        )
      })}
    </ul>
  )
}
