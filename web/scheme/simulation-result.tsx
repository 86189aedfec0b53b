import type { StoredSimulation } from '../../api/scores/schemes.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import { money } from './fact-text.ts'
import { FlipTable } from './flip-table.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ of: StoredSimulation }>

/** A simulation as sentences, tables with bars, cost and errors against the threshold. */
export function SimulationResult({ of }: Props) {
  const { format } = useOffice()
  const w = useWords()
  const { whole, districts, kinds, disability } = of
  const about = {
    day: format.day(of.day),
    against: of.against,
    households: whole.households === null ? w('sim.few') : format.number(whole.households),
  }
  return (
    <>
      <p className="quiet">{w('sim.about', about)}</p>
      <p className="simulation-sentence">
        <Sentence of={of} />
      </p>
      <Money of={of} />
      <Section title={w('sim.byKind')}>
        <FlipTable
          caption={w('sim.byKind')}
          head={w('sim.kind')}
          rows={kinds.map(({ kind, counts }) => ({ name: w(`kind.${kind}`), counts }))}
        />
      </Section>
      <Section title={w('sim.byDisability')}>
        <FlipTable
          caption={w('sim.byDisability')}
          head={w('sim.disability')}
          rows={disability.map(({ has, counts }) => ({ name: w(has ? 'sim.has' : 'sim.hasNot'), counts }))}
        />
      </Section>
      <Section title={w('sim.byDistrict')}>
        <FlipTable
          caption={w('sim.byDistrict')}
          head={w('sim.district')}
          rows={districts.map(({ name, counts }) => ({ name, counts }))}
        />
      </Section>
    </>
  )
}

function Sentence({ of }: Props) {
  const { format } = useOffice()
  const w = useWords()
  const { before, after, lost, gained } = of.whole
  if (before === null || after === null || lost === null || gained === null) return w('sim.withheld')
  return w('sim.sentence', {
    before: format.number(before),
    after: format.number(after),
    lost: format.number(lost),
    gained: format.number(gained),
  })
}

function Money({ of }: Props) {
  const { format } = useOffice()
  const w = useWords()
  const { cost, targeting, open } = of
  const amount = (kurus: number | null) => (kurus === null ? w('sim.few') : money(kurus, format))
  const share = (one: 'exclusion' | 'inclusion') => {
    const text = (part: number | undefined) => (part === undefined ? w('sim.few') : `%${format.number(part * 100)}`)
    return w('sim.shares', { before: text(targeting.before?.[one]), after: text(targeting.after?.[one]) })
  }
  const note = w('sim.costNote', { months: cost.months, amount: money(cost.amountKurus, format) })
  const count = (files: number | null) => (files === null ? w('sim.few') : format.number(files))
  return (
    <>
      <Facts
        items={[
          { term: w('sim.costBefore'), value: amount(cost.beforeKurus), note },
          { term: w('sim.costAfter'), value: amount(cost.afterKurus), note },
          { term: w('sim.exclusion'), value: share('exclusion') },
          { term: w('sim.inclusion'), value: share('inclusion') },
        ]}
      />
      <p className="quiet">{w('sim.open', { before: count(open.before), after: count(open.after) })}</p>
    </>
  )
}
