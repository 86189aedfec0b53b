import { useMemo, useState } from 'react'
import type { Activity } from '../../api/activities/activities.contract.ts'
import type { Proposal } from '../../api/activities/weekly-plans.contract.ts'
import { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { isWhy, useWhyWords } from '../office/why-words.ts'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { PlanArea } from './plan-area.tsx'
import { draftOf, loadsOf, moveFiles, takeOut } from './plan-draft.rules.ts'
import { PlanFigures } from './plan-figures.tsx'
import { PlanLeft } from './plan-left.tsx'
import { markOf, PlanMap } from './plan-map.tsx'
import { PlanMove } from './plan-move.tsx'
import { useWords } from './words.ts'

/** A proposal under review: seen by inspector and on the map, changed by hand, sent to the manager. */
export function PlanReview({ proposal }: Readonly<{ proposal: Proposal }>) {
  const w = useWords()
  const why = useWhyWords()
  const say = useToast()
  const { client, go } = useOffice()
  const [draft, setDraft] = useState(() => draftOf(proposal))
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const marks = useMemo(() => markOf(proposal.inspectors), [proposal])
  const loads = loadsOf(draft)
  const files = useMemo(() => withOwners(proposal.files, draft.visits), [proposal, draft])
  const nameOf = (id: number) => marks.get(id)?.name ?? ''
  const move = (ids: readonly number[], to: number) => {
    const { draft: next, moved, refused } = moveFiles(draft, { ids, to, barred: proposal.barred })
    setDraft(next)
    const [first] = refused
    const words = [
      moved.length > 0 && w('moved', { n: moved.length, name: nameOf(to) }),
      first && w('barred', { n: refused.length, why: isWhy(first.why) ? why(first.why) : first.why }),
    ]
    setSaid(words.filter(Boolean).join(' '))
    setSelected(new Set(refused.map(one => one.id)))
  }
  const sending = useDeed(async () => {
    const items = [...draft.visits].map(([applicationId, visit]) => ({ applicationId, ...visit }))
    const body = { weekStart: proposal.weekStart, items, note: note.trim(), changed: draft.changed.size }
    try {
      const { id } = await client.write<{ id: number }>('/api/weekly-plans', body)
      say(w('submitted'))
      go(`plans/${id}`)
    } catch (error) {
      const refused = refusedOf(error)
      if (refused.length === 0) throw error
      setDraft(takeOut(draft, refused))
      setSaid(w('itemsRefused', { n: refused.length }))
    }
  })
  return (
    <div className="plan-review">
      <div className="page">
        <PlanFigures proposal={proposal} draft={draft} />
        <p className="quiet">{w('moveHelp')}</p>
        <PlanMove
          selected={selected}
          people={proposal.inspectors}
          said={said}
          onMove={to => move([...selected], to)}
          onTakeOut={() => {
            setDraft(takeOut(draft, [...selected]))
            setSelected(new Set())
          }}
        />
        {proposal.inspectors.map(share => (
          <PlanArea
            key={share.id}
            share={share}
            mark={marks.get(share.id)}
            load={loads.get(share.id) ?? 0}
            files={files.flatMap(({ file, inspectorId }) => (inspectorId === share.id ? [file] : []))}
            selected={selected}
            onSelect={setSelected}
            onDrop={ids => move(ids, share.id)}
          />
        ))}
        <PlanLeft proposal={proposal} draft={draft} selected={selected} onSelect={setSelected} />
        <Section title={w('submit')}>
          <TextArea label={w('note')} isOptional limit={1000} value={note} onChange={setNote} />
          <ProblemNotice problem={sending.problem} />
          <div className="actions">
            <button
              type="button"
              className="button is-main"
              disabled={sending.isBusy || draft.visits.size === 0}
              onClick={() => sending.run()}
            >
              {w('submit')}
            </button>
            <span className="quiet">{draft.changed.size > 0 && w('changes', { n: draft.changed.size })}</span>
          </div>
        </Section>
      </div>
      <PlanMap
        files={useMemo(() => files.map(forMap), [files])}
        marks={marks}
        selected={selected}
        onSelect={setSelected}
      />
    </div>
  )
}

type Owned = Readonly<{ file: Activity; inspectorId: number | null }>

const withOwners = (files: readonly Activity[], visits: ReadonlyMap<number, { inspectorId: number }>): Owned[] =>
  files.map(file => ({ file, inspectorId: visits.get(file.id)?.inspectorId ?? null }))

const forMap = ({ file: { id, point, neighbourhood, familyName, fileNo }, inspectorId }: Owned) => ({
  id,
  point,
  inspectorId,
  label: `${familyName ?? fileNo} · ${neighbourhood}`,
})

/** Files of a refused plan that cannot be given any more. */
function refusedOf(error: unknown): number[] {
  if (!(error instanceof ApiProblem) || error.type !== 'closed') return []
  const refused = error.details?.refused
  return Array.isArray(refused) ? refused.map(one => Number(one.applicationId)) : []
}
