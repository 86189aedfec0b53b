import { useState } from 'react'
import type { Decided, Duplicate, Duplicates } from '../../api/duplicates/duplicates.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { PageHead, Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { useToast } from '../ui/toast.tsx'
import { Beside } from './beside.tsx'
import { DecideBar, type Verdict } from './decide-bar.tsx'
import { JoinFiles } from './join-files.tsx'
import { Waterfall } from './waterfall.tsx'
import { sureness, useWords } from './words.ts'

/** One pair: both files side by side, why they resemble each other, and the decision. */
export function DuplicatePair({ id }: Readonly<{ id: number }>) {
  const w = useWords()
  const { href, may } = useOffice()
  const { data, problem, reload, put } = useRead<Duplicate>(`/api/duplicates/${id}`)
  const decide = useDecide(id, put)
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />
  if (!data) return <Busy label={w('loading')} />
  const standApart = data.files.every(file => file.joinedIntoId === null && file.dissolvedOn === null)
  const isUndecided = data.state === 'open' || data.state === 'later'
  return (
    <div className="page duplicates">
      <PageHead title={w('question')} lead={w(sureness(data.probability))}>
        <a className="button" href={href('duplicates')}>
          {w('toList')}
        </a>
      </PageHead>
      {data.state !== 'open' && <StateLine of={data} />}
      <ProblemNotice problem={decide.problem} onRetry={reload} />
      {data.state === 'same' && standApart && may('household.join') && <JoinFiles of={data} onJoined={reload} />}
      {data.state === 'same' && standApart && !may('household.join') && <p className="quiet">{w('joinOther')}</p>}
      <Section title={w('beside')}>
        <Beside of={data} />
      </Section>
      <Section title={w('why')}>
        <Waterfall bars={data.because} weight={data.weight} />
      </Section>
      {isUndecided && standApart && may('duplicate.decide') && (
        <DecideBar
          isBusy={decide.isBusy}
          isPutOff={data.state === 'later'}
          onDecide={(verdict, reason) => void decide.run({ verdict, reason, of: data })}
        />
      )}
    </div>
  )
}

function StateLine({ of: { state, decidedAt, decidedBy, reason } }: Readonly<{ of: Duplicate }>) {
  const w = useWords()
  const { format } = useOffice()
  if (state === 'open') return null
  const who = decidedAt ? w('decidedBy', { day: format.day(decidedAt), name: decidedBy ?? '' }) : ''
  return (
    <p>
      <Tag tone="info">{w(`state.${state}`)}</Tag> {[who, reason].filter(Boolean).join(' · ')}
    </p>
  )
}

type Given = Readonly<{ verdict: Verdict; reason: string; of: Duplicate }>

/** Decides, says so, and goes on to the next pair; after "same" it stays where the files can be joined. */
function useDecide(id: number, put: (data: Duplicate) => void) {
  const w = useWords()
  const toast = useToast()
  const { client, go, may } = useOffice()
  const [left, setLeft] = useState(false)
  const deed = useDeed(async ({ verdict, reason, of }: Given) => {
    const body = { verdict, version: of.version, ...(reason ? { reason } : {}) }
    const answer = await client.write<Decided>(`/api/duplicates/${id}/decide`, body)
    toast(w(`done.${verdict}`))
    if (answer.toJoin && may('household.join')) {
      put({ ...of, state: answer.state, version: answer.version })
      return
    }
    setLeft(true)
    const { items } = await client.read<Duplicates>('/api/duplicates')
    const next = items.find(one => one.id !== id)
    if (!next) toast(w('allDone'))
    go(next ? `duplicates/${next.id}` : 'duplicates')
  })
  return { ...deed, isBusy: deed.isBusy || left }
}
