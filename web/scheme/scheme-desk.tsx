import { useState } from 'react'
import type { SchemePage } from '../../api/scores/schemes.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { AutoSaveState } from '../ui/auto-save.tsx'
import { PageHead } from '../ui/section.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { AdoptDialog } from './adopt-dialog.tsx'
import { DraftNotice } from './draft-notice.tsx'
import { ExampleHousehold } from './example-household.tsx'
import { FaultsContext } from './faults.ts'
import { QuestionsTab } from './questions-tab.tsx'
import { SchemeState } from './scheme-state.tsx'
import { SimulationTab } from './simulation-tab.tsx'
import { useDraft } from './use-draft.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ page: SchemePage; onReload: () => void }>
const TABS = ['questions', 'example', 'simulation'] as const

/** A version on the desk: its questions, an example household, its simulation, and what can be done with it. */
export function SchemeDesk({ page, onReload }: Props) {
  const { may, href, language } = useOffice()
  const w = useWords()
  const draft = useDraft(page)
  const [tab, setTab] = useState<string>('questions')
  const [simulation, setSimulation] = useState(page.simulation)
  const [asking, setAsking] = useState<'adopt' | 'withdraw' | null>(null)
  const isDraft = draft.change !== null
  return (
    <FaultsContext value={draft.faults}>
      <div className="page">
        <a className="scheme-back" href={href('schemes')}>
          {w('back')}
        </a>
        <PageHead
          title={draft.document.title[language] || page.version}
          lead={page.basedOn ? `${page.version} · ${w('based', { version: page.basedOn })}` : page.version}
        >
          <SchemeState of={page} today={new Date().toISOString().slice(0, 10)} />
          {isDraft && !draft.refused && <AutoSaveState of={draft.saving} />}
          {isDraft && may('scheme.adopt') && (
            <button type="button" className="button is-main" onClick={() => setAsking('adopt')}>
              {w('adopt')}
            </button>
          )}
          {isDraft && (
            <button type="button" className="button" onClick={() => setAsking('withdraw')}>
              {w('withdraw')}
            </button>
          )}
        </PageHead>
        <DraftNotice page={page} draft={draft} onReload={onReload} />
        <Tabs label={w('tabs')} tabs={TABS.map(id => ({ id, label: w(`tab.${id}`) }))} active={tab} onChange={setTab}>
          {tab === 'questions' && <QuestionsTab draft={draft} />}
          {tab === 'example' && <ExampleHousehold draft={draft} />}
          {tab === 'simulation' && <SimulationTab {...{ page, draft, simulation }} onSimulated={setSimulation} />}
        </Tabs>
        {asking === 'adopt' && (
          <AdoptDialog {...{ page, draft, simulation }} onClose={() => setAsking(null)} onAdopted={onReload} />
        )}
        {asking === 'withdraw' && (
          <WithdrawDialog {...{ page, draft }} onClose={() => setAsking(null)} onWithdrawn={onReload} />
        )}
      </div>
    </FaultsContext>
  )
}
