import type { IncomeShown, Neediness, Verdict } from '../../api/scores/neediness.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Facts } from '../ui/facts.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { money } from './fact-text.ts'
import type { People } from './score-working.tsx'
import './working.css'
import { useWorkingWords } from './working-words.ts'

type Props = Readonly<{ neediness: Neediness; people?: People }>

const TONE: Readonly<Record<Verdict, Tone>> = { below: 'info', not_below: 'neutral', unknown: 'wait' }

/** Whether a household is below the threshold, with how it comes out: every income, the members, the dated wage. */
export function NeedinessWorking({ neediness, people = [] }: Props) {
  const { format } = useOffice()
  const w = useWorkingWords()
  const { verdict, why, ratio, adultsWithoutAnswer } = neediness
  const nameOf = (id: number | null) => people.find(person => person.id === id)?.name ?? w('need.household')
  return (
    <section className="working" aria-label={w('need.label')}>
      <div className="working-line">
        <Tag tone={TONE[verdict]}>{w(`need.${verdict}`)}</Tag>
        {ratio !== null && why === null && <span>{w('need.ratio', { ratio: format.number(ratio, 2) })}</span>}
        {why && <span>{w(`why.${why}`)}</span>}
      </div>
      <Sums neediness={neediness} />
      {neediness.wage?.isOfEarlierYear && <Tag tone="wait">{w('need.wageOld')}</Tag>}
      <Incomes incomes={neediness.incomes} nameOf={nameOf} />
      {adultsWithoutAnswer.length > 0 && people.length > 0 && (
        <p>{w('need.silent', { names: adultsWithoutAnswer.map(nameOf).join(', ') })}</p>
      )}
      <p className="quiet">{w('need.rule')}</p>
    </section>
  )
}

function Sums({ neediness }: Readonly<{ neediness: Neediness }>) {
  const { format } = useOffice()
  const w = useWorkingWords()
  const { monthlyKurus, perMemberKurus, lineKurus, wage, members, why } = neediness
  const isLeast = why === 'income-missing' || why === 'income-unreachable'
  const amount = (kurus: number | null) => {
    if (kurus === null) return w('need.unknown')
    return isLeast ? w('need.atLeast', { amount: money(kurus, format) }) : money(kurus, format)
  }
  const wageText =
    wage &&
    `${w('need.lineNote', { wage: money(wage.kurus, format) })}, ${w('need.wageSince', { date: format.day(wage.validFrom) })}`
  return (
    <Facts
      items={[
        { term: w('need.income'), value: amount(monthlyKurus) },
        { term: w('need.members'), value: format.number(members.length) },
        { term: w('need.perMember'), value: amount(perMemberKurus) },
        {
          term: w('need.line'),
          value: lineKurus === null ? w('need.unknown') : money(Math.round(lineKurus), format),
          note: wageText,
        },
      ]}
    />
  )
}

function Incomes({
  incomes,
  nameOf,
}: Readonly<{ incomes: readonly IncomeShown[]; nameOf: (id: number | null) => string }>) {
  const { format } = useOffice()
  const w = useWorkingWords()
  const columns: Column<IncomeShown>[] = [
    { key: 'who', label: w('need.who'), show: income => nameOf(income.personId) },
    { key: 'what', label: w('need.what'), show: income => <What income={income} /> },
    { key: 'amount', label: w('need.amount'), isNumber: true, show: income => money(income.monthlyKurus, format) },
    { key: 'source', label: w('need.source'), show: income => w(`source.${income.provenance}`) },
    { key: 'since', label: w('need.since'), show: income => format.day(income.validFrom) },
  ]
  return (
    <DataTable
      caption={w('need.incomes')}
      columns={columns}
      rows={incomes}
      rowKey={income => income.id}
      empty={w('need.noIncomes')}
    />
  )
}

function What({ income }: Readonly<{ income: IncomeShown }>) {
  const w = useWorkingWords()
  return (
    <>
      {w(`income.${income.source}`)}
      {!income.counts && <small className="working-not-counted">{w('need.outweighed')}</small>}
    </>
  )
}
