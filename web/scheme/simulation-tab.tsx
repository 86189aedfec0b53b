import { type FormEvent, useState } from 'react'
import type { SchemePage, StoredSimulation } from '../../api/scores/schemes.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { MoneyField } from '../ui/money-field.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SimulationResult } from './simulation-result.tsx'
import type { Draft } from './use-draft.ts'
import { useWords } from './words.ts'

type Props = Readonly<{
  page: SchemePage
  draft: Draft
  simulation: StoredSimulation | null
  onSimulated: (simulation: StoredSimulation) => void
}>

/** Who would flip if the draft held: run by the admin, seen by the commission before it decides. */
export function SimulationTab({ page, draft, simulation, onSimulated }: Props) {
  const { client, may } = useOffice()
  const w = useWords()
  const [amountKurus, setAmount] = useState<number | null>(null)
  const [months, setMonths] = useState<number | null>(null)
  const run = useDeed(async () => {
    const edition = await draft.settle()
    const more = { ...(amountKurus === null ? {} : { amountKurus }), ...(months === null ? {} : { months }) }
    onSimulated(
      await client.write<StoredSimulation>(`/api/score-schemes/${page.version}/simulate`, { edition, ...more }),
    )
  })
  const mayRun = draft.change !== null && may('scheme.simulate')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void run.run()
  }
  return (
    <div className="scheme-desk">
      <p className="quiet">{w('sim.lead')}</p>
      {mayRun && draft.faults.length > 0 && <Notice>{w('sim.faults')}</Notice>}
      {mayRun && draft.faults.length === 0 && (
        <form className="form form-row" onSubmit={submit} noValidate>
          <MoneyField
            label={w('sim.amount')}
            help={w('sim.amountHelp')}
            value={amountKurus}
            onChange={setAmount}
            isOptional
          />
          <NumberField label={w('sim.months')} value={months} min={1} max={24} onChange={setMonths} isOptional />
          <button type="submit" className="button is-main" disabled={run.isBusy}>
            {w(simulation ? 'sim.again' : 'sim.act')}
          </button>
        </form>
      )}
      <ProblemNotice problem={run.problem} />
      {run.isBusy && <Busy label={w('sim.running')} />}
      {simulation && mayRun && simulation.edition !== draft.edition && <Notice>{w('sim.old')}</Notice>}
      {simulation ? (
        <SimulationResult of={simulation} />
      ) : (
        <EmptyState title={w('sim.none')} text={w('sim.noneText')} />
      )}
    </div>
  )
}
