import { lazy, Suspense, useState } from 'react'
import type { Changed } from '../../api/households/change.contract.ts'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import type { PageProps } from '../office/pages.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Tabs } from '../ui/tabs.tsx'
import { Tag } from '../ui/tag.tsx'
import { isHintWord, useDeedWords } from './deed-words.ts'
import { ApplicationsTab } from './file-applications.tsx'
import type { OpenedDeed } from './file-deeds.ts'
import { FileDialog } from './file-dialogs.tsx'
import { DocumentsTab } from './file-documents.tsx'
import { FileHead } from './file-head.tsx'
import { FileHome } from './file-home.tsx'
import { TimelineTab } from './file-timeline.tsx'
import { useFileWords } from './file-words.ts'
import './household.css'
import { OpenDialog } from './open-dialog.tsx'

const ScoreTab = lazy(() => import('./file-score.tsx'))
const TABS = ['home', 'applications', 'documents', 'score', 'timeline'] as const
type Tab = (typeof TABS)[number]

/** The file of a household: `file/12`. */
export default function FilePage({ rest }: PageProps) {
  const w = useFileWords()
  const read = useRead<HouseholdFile>(`/api/households/${rest}`)
  if (read.problem?.status === 404) return <NotOpen id={Number(rest)} onOpened={read.reload} />
  if (read.problem) return <ProblemNotice problem={read.problem} onRetry={read.reload} />
  if (!read.data) return <Busy label={w('loading')} />
  return <OpenFile key={read.data.id} file={read.data} reload={read.reload} />
}

function NotOpen({ id, onOpened }: Readonly<{ id: number; onOpened: () => void }>) {
  const w = useFileWords()
  const { href, may } = useOffice()
  const [isAsking, ask] = useState(false)
  const d = useDeedWords()
  return (
    <EmptyState isPage title={w('hiddenTitle')} text={w('hiddenText')}>
      <div className="actions">
        <a className="button" href={href('search')}>
          {w('toSearch')}
        </a>
        {Number.isSafeInteger(id) && may('household.open') && (
          <button type="button" className="button" onClick={() => ask(true)}>
            {d('openOther')}
          </button>
        )}
      </div>
      {isAsking && (
        <OpenDialog
          hit={{ householdId: id, name: String(id) }}
          onClose={() => ask(false)}
          onOpened={() => {
            ask(false)
            onOpened()
          }}
        />
      )}
    </EmptyState>
  )
}

function OpenFile({ file, reload }: Readonly<{ file: HouseholdFile; reload: () => void }>) {
  const w = useFileWords()
  const d = useDeedWords()
  const [tab, setTab] = useState<Tab>('home')
  const [deed, setDeed] = useState<OpenedDeed | null>(null)
  const [hints, setHints] = useState<readonly string[]>([])
  const done = (changed: Changed) => {
    setDeed(null)
    setHints(
      changed.hints
        .map(one => `hint.${one}`)
        .filter(isHintWord)
        .map(key => d(key)),
    )
    reload()
  }
  const counts: Partial<Record<Tab, number>> = {
    applications: file.applications.length,
    documents: file.attachments.length,
  }
  const tabs = TABS.map(id => ({
    id,
    label: w(`tab.${id}`),
    ...(counts[id] === undefined ? {} : { count: counts[id] }),
  }))
  return (
    <div className="page">
      <FileHead file={file} open={setDeed} />
      {hints.map(hint => (
        <p key={hint} role="status">
          <Tag tone="wait">{hint}</Tag>
        </p>
      ))}
      <Tabs label={w('tabs')} tabs={tabs} active={tab} onChange={id => setTab(id as Tab)}>
        {tab === 'home' && <FileHome file={file} open={setDeed} />}
        {tab === 'applications' && <ApplicationsTab file={file} />}
        {tab === 'documents' && <DocumentsTab file={file} />}
        {tab === 'timeline' && <TimelineTab key={file.version} file={file} />}
        {tab === 'score' && (
          <Suspense fallback={<Busy />}>
            <ScoreTab key={file.version} id={file.id} />
          </Suspense>
        )}
      </Tabs>
      {deed && <FileDialog deed={deed} file={file} onClose={() => setDeed(null)} onDone={done} />}
    </div>
  )
}
