import { isNumberBand } from '../../api/scores/points.rules.ts'
import type { Band, Question } from '../../api/scores/score-scheme.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { NumberCell, TextCell } from './cells.tsx'
import { addBand, changeBand, plainBands, removeBand } from './edit-scheme.rules.ts'
import { pointText, valueLabel } from './fact-text.ts'
import type { Path } from './faults.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ question: Question; path: Path; onChange: ((question: Question) => void) | null }>

/** Answers or ranges of a question with their points and reasons; only read where nobody may change it. */
export function BandTable({ question, path, onChange }: Props) {
  const { language } = useOffice()
  const w = useWords()
  const bands = plainBands(question.bands)
  const isNumber = bands.every(isNumberBand)
  const isEdited = onChange !== null
  return (
    <div className="band-frame">
      <table className="band-table">
        <caption className="unseen">{w('bands', { question: question.text[language] })}</caption>
        <thead>
          <tr>
            <th scope="col">{isNumber ? w('bandFrom') : w('value')}</th>
            {isNumber && <th scope="col">{w('bandTo')}</th>}
            <th scope="col">{w('points')}</th>
            {isEdited ? (
              <th scope="col">{w('reasonTr')}</th>
            ) : (
              <th scope="col">{w(language === 'tr' ? 'reasonTr' : 'reasonEn')}</th>
            )}
            {isEdited && <th scope="col">{w('reasonEn')}</th>}
            {isEdited && isNumber && (
              <th scope="col">
                <span className="unseen">{w('removeBand')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {bands.map((band, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a band is its place in the order
            <BandRow key={at} {...{ band, at, question, path, onChange }} />
          ))}
        </tbody>
      </table>
      {isEdited && isNumber && (
        <button type="button" className="text-button" onClick={() => onChange(addBand(question))}>
          {w('addBand')}
        </button>
      )}
    </div>
  )
}

type RowProps = Props & Readonly<{ band: Band; at: number }>

function BandRow({ band, at, question, path, onChange }: RowProps) {
  const { format, language } = useOffice()
  const w = useWords()
  const here = [...path, 'bands', at]
  if (!onChange)
    return (
      <tr>
        <First {...{ band, at, question, path, onChange }} />
        <td className="is-number" data-label={w('points')}>
          {pointText(band.points, format)}
        </td>
        <td data-label={w('reasonTr')}>{band.reason[language]}</td>
      </tr>
    )
  const change = (one: Partial<Band>) => onChange(changeBand(question, at, before => ({ ...before, ...one }) as Band))
  return (
    <tr>
      <First {...{ band, at, question, path, onChange }} />
      <td data-label={w('points')}>
        <NumberCell
          label={w('points')}
          path={[...here, 'points']}
          value={band.points}
          onChange={points => change({ points })}
        />
      </td>
      {(['tr', 'en'] as const).map(one => (
        <td key={one} data-label={w(one === 'tr' ? 'reasonTr' : 'reasonEn')}>
          <TextCell
            label={w(one === 'tr' ? 'reasonTr' : 'reasonEn')}
            path={[...here, 'reason', one]}
            value={band.reason[one]}
            onChange={text => change({ reason: { ...band.reason, [one]: text } })}
          />
        </td>
      ))}
      {isNumberBand(band) && (
        <td>
          {at > 0 && (
            <IconButton icon="close" label={w('removeBand')} onClick={() => onChange(removeBand(question, at))} />
          )}
        </td>
      )}
    </tr>
  )
}

/** What a band is for: an answer, or from where to where. */
function First({ band, at, question, path, onChange }: RowProps) {
  const { format, language } = useOffice()
  const w = useWords()
  if (!isNumberBand(band)) return <th scope="row">{valueLabel(question.variable, band.is[0] ?? '', { language })}</th>
  const number = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2)
  return (
    <>
      <td data-label={w('bandFrom')}>
        {onChange && at > 0 ? (
          <NumberCell
            label={w('bandFrom')}
            path={[...path, 'bands', at, 'from']}
            value={band.from}
            onChange={from => onChange(changeBand(question, at, before => ({ ...before, from }) as Band))}
          />
        ) : (
          number(band.from)
        )}
      </td>
      <td data-label={w('bandTo')}>{band.below === null ? w('bandNoEnd') : number(band.below)}</td>
    </>
  )
}
