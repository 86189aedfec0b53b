import type { Duplicate } from '../../api/duplicates/duplicates.contract.ts'
import { sayBar, strengthOf } from '../../api/duplicates/reason-words.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { useWords } from './words.ts'

/** A bar of so many bits is as long as it gets. */
const LONGEST = 20
/** What says less than this is left out; the sum holds it all the same. */
const LEAST = 0.05

/** Each comparison in words with its weight as a bar: to the right for one household, to the left against. */
export function Waterfall({ bars, weight }: Readonly<{ bars: Duplicate['because']; weight: number }>) {
  const w = useWords()
  const { language, format } = useOffice()
  const shown = bars.filter(bar => Math.abs(bar.weight) >= LEAST)
  const bits = (value: number) =>
    w('bits', { n: `${value > 0 ? '+' : value < 0 ? '−' : ''}${format.number(Math.abs(value), 1)}` })
  return (
    <>
      <p className="quiet">{w('whyHelp')}</p>
      <ul className="waterfall">
        {shown.map(bar => (
          <li key={bar.field}>
            <span>
              {sayBar(bar, language)} <small className="quiet">{w(`strength.${strengthOf(bar)}`)}</small>
            </span>
            <Length weight={bar.weight} />
            <small className="quiet">{bits(bar.weight)}</small>
          </li>
        ))}
        <li className="is-sum">
          <span>{w('sum')}</span>
          <Length weight={weight} />
          <small>{bits(weight)}</small>
        </li>
      </ul>
    </>
  )
}

function Length({ weight }: Readonly<{ weight: number }>) {
  const width = `${(50 * Math.min(Math.abs(weight), LONGEST)) / LONGEST}%`
  return (
    <span className={weight < 0 ? 'bar is-against' : 'bar'} aria-hidden="true">
      <i style={{ width }} />
    </span>
  )
}
