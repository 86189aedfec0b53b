import { useEffect, useState } from 'react'
import { isOpen, STATUSES, type Status } from '../../api/applications/application.workflow.ts'
import type { Draft } from '../../api/applications/draft.contract.ts'
import { EMPTY_FORM, type IntakeForm } from '../../api/applications/intake-form.rules.ts'
import type { Hit, SearchAnswer } from '../../api/households/search.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { uuid } from '../office/uuid.ts'
import { Busy } from '../ui/busy.tsx'
import { PageHead, Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

/** Search first: what is already known appears before a second file is opened. */
export function IntakeStart() {
  const w = useWords()
  const begin = useBegin()
  const [typed, setTyped] = useState('')
  return (
    <div className="page intake-start">
      <PageHead title={w('start.title')} lead={w('start.lead')} />
      {begin.problem && <ProblemNotice problem={begin.problem} />}
      <TextField
        label={w('start.search')}
        help={w('start.searchHelp')}
        value={typed}
        onChange={setTyped}
        isSearch
        autoFocus
      />
      <Hits
        typed={typed}
        onTake={hit => void begin.run(formFor(hit), hit.access === 'open' ? hit.householdId : null)}
      />
      <div className="actions">
        <button
          type="button"
          className="button"
          disabled={begin.isBusy}
          onClick={() => void begin.run({ isNew: true, applicantPerson: 'row:0' }, null)}
        >
          {w('start.new')}
        </button>
      </div>
      <Drafts />
    </div>
  )
}

function formFor(hit: Hit): Partial<IntakeForm> {
  return { householdId: hit.householdId, applicantPerson: hit.personId && !hit.hasDied ? `id:${hit.personId}` : '' }
}

/** A draft is saved before it is opened, so that nothing can be lost in it. */
export function useBegin() {
  const { client, go } = useOffice()
  return useDeed(async (beginning: Partial<IntakeForm>, toOpen: number | null) => {
    if (toOpen !== null) await client.write(`/api/households/${toOpen}/open`, { ground: 'petition_received' })
    const id = uuid()
    await client.write(
      `/api/applications/drafts/${id}`,
      { version: null, payload: { ...EMPTY_FORM, ...beginning } },
      { method: 'PUT' },
    )
    go(`intake/${id}`)
  })
}

function Hits({ typed, onTake }: Readonly<{ typed: string; onTake: (hit: Hit) => void }>) {
  const w = useWords()
  const text = useSettled(typed.trim())
  const isLongEnough = text.replace(/\s/g, '').length >= 3
  const found = useRead<SearchAnswer>(isLongEnough ? `/api/households?q=${encodeURIComponent(text)}` : null)
  if (!isLongEnough) return null
  if (found.problem) return <ProblemNotice problem={found.problem} onRetry={found.reload} />
  if (!found.data) return <Busy />
  const { items, hasMore, understood } = found.data
  return (
    <div role="status">
      {understood && <p className="quiet">{w('start.understood', { text: understood })}</p>}
      {items.length === 0 && <p>{w('start.none')}</p>}
      <ul className="intake-hits">
        {items.map(hit => (
          <HitRow key={`${hit.householdId} ${hit.personId}`} hit={hit} onTake={() => onTake(hit)} />
        ))}
      </ul>
      {hasMore && <p className="quiet">{w('start.more')}</p>}
    </div>
  )
}

const PAUSE_MS = 350

/** What is typed once the typing pauses: every search is written down, half a name need not be. */
export function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

function HitRow({ hit, onTake }: Readonly<{ hit: Hit; onTake: () => void }>) {
  const w = useWords()
  const where = [hit.district, hit.neighbourhood].filter(Boolean).join(' · ')
  const isClosed = hit.isDissolved || hit.joinedIntoId !== null
  const why = hit.access === 'relative' ? w('start.relative') : isClosed ? w('start.closed') : null
  return (
    <li>
      <div>
        <strong>{hit.name}</strong> {hit.birthYear} <span className="quiet">{hit.nationalIdMasked}</span>
        <br />
        <span className="quiet">
          {where} · {w('start.members', { n: hit.members })} · {hit.fileNo}
        </span>
        {isOpenStatus(hit.status) && <Tag>{w('start.open')}</Tag>}
      </div>
      {why ? (
        <span className="quiet">{why}</span>
      ) : (
        <button
          type="button"
          className="button is-main"
          onClick={onTake}
          aria-label={`${w('start.take')}: ${hit.name}, ${hit.fileNo}`}
        >
          {w('start.take')}
        </button>
      )}
    </li>
  )
}

function isOpenStatus(status: string | null): boolean {
  return (STATUSES as readonly (string | null)[]).includes(status) && isOpen(status as Status)
}

function Drafts() {
  const w = useWords()
  const { client, format, href } = useOffice()
  const drafts = useRead<{ items: Draft[] }>('/api/applications/drafts')
  const discard = useDeed(async (id: string) => {
    await client.write(`/api/applications/drafts/${id}`, undefined, { method: 'DELETE' })
    drafts.reload()
  })
  if (!drafts.data) return null
  const { items } = drafts.data
  return (
    <Section title={w('drafts.title')} count={items.length}>
      {items.length === 0 && <p className="quiet">{w('drafts.none')}</p>}
      <ul className="intake-hits">
        {items.map(({ id, updatedAt, payload }) => {
          const what = payload.webApplicationId ? w('drafts.web') : w(payload.isNew ? 'drafts.new' : 'drafts.known')
          const label = w('drafts.item', { time: whenOf(updatedAt, format.day), what })
          return (
            <li key={id}>
              <a href={href(`intake/${id}`)}>{label}</a>
              <button
                type="button"
                className="text-button"
                onClick={() => void discard.run(id)}
                aria-label={`${w('drafts.discard')}: ${label}`}
              >
                {w('drafts.discard')}
              </button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function whenOf(moment: string, date: (iso: string) => string): string {
  const at = new Date(moment)
  return `${date(at.toLocaleDateString('sv'))} ${at.toLocaleTimeString('tr-TR', { hour: '2-digit', minute: '2-digit' })}`
}
