import type { Proposals } from '../../api/proposals/proposals.contract.ts'
import type { PageProps } from '../office/pages.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/section.tsx'
import { ProposalCard } from './proposal-card.tsx'
import './proposals.css'
import { useWords } from './words.ts'

/** Changes somebody proposed, oldest first; `proposals/12` those of one household. */
export default function ProposalsPage({ rest }: PageProps) {
  const w = useWords()
  const of = /^\d+$/.test(rest) ? `?household=${rest}` : ''
  const list = useRead<Proposals>(`/api/proposals${of}`)
  if (list.problem) return <ProblemNotice problem={list.problem} onRetry={list.reload} />
  if (!list.data) return <Busy />
  const { items } = list.data
  if (items.length === 0) return <EmptyState isPage title={w('empty')} text={w('emptyText')} />
  return (
    <div className="page">
      <PageHead title={w('title')} lead={w('lead')} />
      <ol className="proposals">
        {items.map(one => (
          <ProposalCard key={`${one.id} ${one.version}`} of={one} onDecided={list.reload} />
        ))}
      </ol>
    </div>
  )
}
