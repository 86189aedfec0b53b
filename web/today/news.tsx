import type { Notices } from '../../api/activities/notifications.contract.ts'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Section } from '../ui/section.tsx'
import { useWords } from './words.ts'

type OneOf = Notices['items'][number]

/** What the officer was told and has not read. */
export function News() {
  const w = useWords()
  const { client } = useOffice()
  const { data, reload } = useRead<Notices>('/api/notifications')
  const fresh = data?.items.filter(notice => !notice.isRead) ?? []
  const [newest] = fresh
  const reading = useDeed(async (upTo: number) => {
    await client.write('/api/notifications/read', { upTo })
    reload()
  })
  if (!newest) return null
  return (
    <Section
      title={w('news')}
      count={data?.unread ?? fresh.length}
      action={
        <button type="button" className="text-button" disabled={reading.isBusy} onClick={() => reading.run(newest.id)}>
          {w('read')}
        </button>
      }
    >
      <ul className="work-items">
        {fresh.map(notice => (
          <OneNotice key={notice.id} notice={notice} />
        ))}
      </ul>
    </Section>
  )
}

function OneNotice({ notice }: Readonly<{ notice: OneOf }>) {
  const w = useWords()
  const { href, format } = useOffice()
  const page = pageOf(notice)
  const { weekStart, files, assigned, notAssigned } = notice.detail
  const fill = {
    n: Number(assigned ?? files ?? 1),
    m: Number(notAssigned ?? 0),
    day: typeof weekStart === 'string' ? format.day(weekStart) : '',
  }
  return (
    <li>
      {page ? <a href={href(page)}>{w(`news.${notice.kind}`, fill)}</a> : <span>{w(`news.${notice.kind}`, fill)}</span>}
      <span className="quiet">{format.day(notice.madeAt)}</span>
    </li>
  )
}

/** Where a notice leads. A plan of an inspector's is not theirs to open; their visits stand below. */
function pageOf({ kind, subject }: OneOf): string | null {
  if (kind === 'plan_submitted' || kind === 'plan_approved' || kind === 'plan_returned') return `plans/${subject.id}`
  return subject.type === 'inspection' ? `inspection/${subject.id}` : null
}
