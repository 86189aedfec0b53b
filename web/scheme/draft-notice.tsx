import type { SchemePage } from '../../api/scores/schemes.contract.ts'
import { useProblemText } from '../office/problem-text.ts'
import { useOffice } from '../office/use-office.ts'
import { Notice } from '../ui/notice.tsx'
import type { Draft } from './use-draft.ts'
import { useWords } from './words.ts'

/** What keeps the version from being edited or saved as it stands. */
export function DraftNotice({
  page,
  draft,
  onReload,
}: Readonly<{ page: SchemePage; draft: Draft; onReload: () => void }>) {
  const { may } = useOffice()
  const w = useWords()
  const textOf = useProblemText()
  if (draft.refused?.type === 'conflict')
    return <Notice action={{ label: w('reload'), onAct: onReload }}>{w('changed')}</Notice>
  if (draft.refused) return <Notice>{`${w('notKept')} ${textOf(draft.refused)}`}</Notice>
  if (draft.change) return null
  if (page.state === 'draft') return <p className="quiet">{w('readOnlyRole')}</p>
  return may('scheme.draft') ? <p className="quiet">{w('readOnly')}</p> : null
}
