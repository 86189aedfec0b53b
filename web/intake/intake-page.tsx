import './intake.css'
import type { Draft } from '../../api/applications/draft.contract.ts'
import type { PageProps } from '../office/pages.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { Notice } from '../ui/notice.tsx'
import { ApplicationDesk } from './application-desk.tsx'
import { IntakeForm } from './intake-form.tsx'
import { IntakeStart } from './intake-start.tsx'
import { Receipt } from './receipt.tsx'
import { useWords } from './words.ts'

/** `intake`: whom for; `intake/<uuid>`: the form of a draft, or the receipt of what it became; `intake/application/<id>`. */
export default function IntakePage({ rest }: PageProps) {
  if (rest === '') return <IntakeStart />
  const [first, id] = rest.split('/')
  return first === 'application' && id ? <ApplicationDesk key={id} id={id} /> : <DraftPage key={rest} id={rest} />
}

function DraftPage({ id }: Readonly<{ id: string }>) {
  const w = useWords()
  const draft = useRead<Draft>(`/api/applications/drafts/${encodeURIComponent(id)}`)
  if (draft.problem?.type === 'not-found') return <Notice>{w('form.gone')}</Notice>
  if (draft.problem) return <ProblemNotice problem={draft.problem} onRetry={draft.reload} />
  if (!draft.data) return <Busy />
  if (draft.data.applicationId !== null) return <Receipt id={draft.data.applicationId} />
  return <IntakeForm draft={draft.data} onReload={draft.reload} />
}
