import { useState } from 'react'
import type { ApplicationView } from '../../api/applications/application.contract.ts'
import { APPLICANT, CHANNEL } from '../../api/applications/application-codes.rules.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { useWhyWords } from '../office/why-words.ts'
import { Busy } from '../ui/busy.tsx'
import { Facts } from '../ui/facts.tsx'
import { PageHead, Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { DeskDocuments } from './desk-documents.tsx'
import { DeskRequests } from './desk-requests.tsx'
import { useDeskWords } from './desk-words.ts'
import { type Asked, ReasonDialog } from './reason-dialog.tsx'

/** What a part of the desk gets: the application, a way to change it, a way to ask for a reason first. */
export type DeskPart = Readonly<{
  view: ApplicationView
  /** Sends a change with the version read and shows what came of it. */
  change: (path: string, body: Readonly<Record<string, unknown>>, method?: 'POST' | 'PUT') => Promise<void>
  ask: (asked: Asked) => void
}>

/** One application after it was handed in: requests, papers, urgency, withdrawing, appeal. */
export function ApplicationDesk({ id }: Readonly<{ id: string }>) {
  const { client, href } = useOffice()
  const w = useDeskWords()
  const read = useRead<ApplicationView>(`/api/applications/${encodeURIComponent(id)}`)
  const [asked, setAsked] = useState<Asked | null>(null)
  if (read.problem) return <ProblemNotice problem={read.problem} onRetry={read.reload} />
  const view = read.data
  if (!view) return <Busy />
  const change: DeskPart['change'] = async (path, body, method = 'POST') => {
    const address = `/api/applications/${view.id}/${path}`
    read.put(await client.write<ApplicationView>(address, { version: view.version, ...body }, { method }))
  }
  const part = { view, change, ask: setAsked }
  return (
    <div className="page">
      <PageHead
        title={w('title', { id: view.id })}
        lead={
          <a href={href(`file/${view.household.id}`)}>
            {w('toFile')} {view.household.fileNo}
          </a>
        }
      >
        <Deeds {...part} />
      </PageHead>
      <Head view={view} />
      <DeskRequests {...part} />
      <DeskDocuments {...part} />
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

function Deeds({ view, change, ask }: DeskPart) {
  const w = useDeskWords()
  const why = useWhyWords()
  const whyNot = (action: string) => view.steps.find(step => step.action === action)?.why ?? null
  const urgency = view.isUrgent ? 'notUrgent' : 'urgent'
  const deeds = [
    {
      name: urgency,
      closed: view.whyUnchangeable === 'wrong_state' ? 'wrong_state' : null,
      limit: 500,
      act: (reason: string) => change('urgent', { isUrgent: !view.isUrgent, reason }, 'PUT'),
    },
    { name: 'appeal', closed: whyNot('appeal'), limit: 2000, act: (reason: string) => change('appeal', { reason }) },
    {
      name: 'withdraw',
      closed: whyNot('withdraw'),
      limit: 1000,
      act: (reason: string) => change('withdraw', { reason }),
    },
  ] as const
  return deeds.map(({ name, closed, limit, act }) => (
    <button
      key={name}
      type="button"
      className="button"
      aria-disabled={closed !== null}
      title={closed ? why(closed as Parameters<typeof why>[0]) : undefined}
      onClick={() => closed === null && ask({ title: w(`reason.${name}`), limit, act })}
    >
      {w(name)}
    </button>
  ))
}

function Head({ view }: Readonly<{ view: ApplicationView }>) {
  const w = useDeskWords()
  const { format, language } = useOffice()
  const { applicant, appeal, withdrawnReason } = view
  const who = applicant.person?.name ?? applicant.name ?? w('none')
  return (
    <Section title={w('receipts')}>
      {view.isUrgent && (
        <p>
          <Tag tone="alarm">{w('isUrgent')}</Tag>
        </p>
      )}
      {appeal && <p className="intake-join">{w('appealed', { reason: appeal.reason })}</p>}
      {withdrawnReason && <p className="intake-join">{w('closed', { reason: withdrawnReason })}</p>}
      <Facts
        items={[
          { term: w('applicant'), value: who, note: APPLICANT[applicant.kind][language] },
          { term: w('replyBy'), value: view.replyBy ? format.day(view.replyBy) : w('none') },
        ]}
      />
      <ul className="intake-people">
        {view.receipts.map(one => (
          <li key={one.id}>
            {[format.day(one.receivedOn), CHANNEL[one.channel][language], one.referenceNo, one.receivedBy?.name]
              .filter(Boolean)
              .join(' · ')}
          </li>
        ))}
      </ul>
      {view.note && <p>{view.note}</p>}
    </Section>
  )
}
