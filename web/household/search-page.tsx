import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Hit, LastSeen, SearchAnswer } from '../../api/households/search.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { PageHead, Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { HitList } from './hit-list.tsx'
import './household.css'
import { OpenDialog } from './open-dialog.tsx'
import { useWords } from './words.ts'

const PAUSE_MS = 350
const LEAST = 3

/** One field for whatever the officer has: a name, a number, a phone, an address. Nothing is listed before it is asked for. */
export default function SearchPage() {
  const w = useWords()
  const { go } = useOffice()
  const [typed, setTyped] = useState('')
  const [toOpen, setToOpen] = useState<Hit | null>(null)
  const text = useSettled(typed.trim())
  const isLongEnough = [...text.replace(/[^\p{L}\p{N}]/gu, '')].length >= LEAST
  const box = useRef<HTMLDivElement>(null)
  const choose = (hit: Hit) => {
    if (hit.access === 'read') go(`file/${hit.joinedIntoId ?? hit.householdId}`)
    if (hit.access === 'open') setToOpen(hit)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows only walk between the field and the buttons inside
    <div className="page household-search" ref={box} onKeyDown={event => walk(event, box.current)}>
      <PageHead title={w('title')} lead={w('lead')} />
      <TextField
        label={w('field')}
        help={w('help')}
        value={typed}
        onChange={setTyped}
        width="whole"
        isSearch
        autoFocus
      />
      {isLongEnough ? <Found text={text} onChoose={choose} /> : <LastSeenList onChoose={choose} />}
      {toOpen && <OpenDialog hit={toOpen} onClose={() => setToOpen(null)} onOpened={id => go(`file/${id}`)} />}
    </div>
  )
}

/** Arrows go from the field through the hits and back. */
function walk(event: KeyboardEvent, box: HTMLElement | null): void {
  if (!box || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  const stops = [...box.querySelectorAll<HTMLElement>('input[data-search], .household-hits button:not(:disabled)')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (at === -1 || !next) return
  event.preventDefault()
  next.focus()
}

function Found({ text, onChoose }: Readonly<{ text: string; onChoose: (hit: Hit) => void }>) {
  const w = useWords()
  const found = useRead<SearchAnswer>(`/api/households?q=${encodeURIComponent(text)}`)
  if (found.problem) return <ProblemNotice problem={found.problem} onRetry={found.reload} />
  if (!found.data) return <Busy label={w('busy')} />
  const { items, hint, understood, hasMore } = found.data
  return (
    <>
      <p role="status" className={items.length > 0 && hint === null ? 'unseen' : 'quiet'}>
        {hint ? w(`hint.${hint}`, { text: understood ?? '' }) : w('found', { n: items.length })}
      </p>
      {items.length > 0 && (
        <Section title={w('results')} count={items.length}>
          <HitList hits={items} onChoose={onChoose} />
          {hasMore && <p className="quiet">{w('more')}</p>}
        </Section>
      )}
    </>
  )
}

function LastSeenList({ onChoose }: Readonly<{ onChoose: (hit: Hit) => void }>) {
  const w = useWords()
  const { format } = useOffice()
  const seen = useRead<LastSeen>('/api/households/last-seen')
  if (!seen.data) return <ProblemNotice problem={seen.problem} onRetry={seen.reload} />
  const { items } = seen.data
  const when = (hit: Hit) => {
    const one = items.find(item => item.householdId === hit.householdId)
    return one ? w('seenAt', { day: format.day(one.seenAt) }) : ''
  }
  return (
    <Section title={w('lastSeen')}>
      {items.length === 0 && <p className="quiet">{w('lastSeenNone')}</p>}
      <HitList hits={items} onChoose={onChoose} note={when} />
    </Section>
  )
}

/** What is typed once the typing pauses: every search is written down, half a name need not be. */
function useSettled(text: string): string {
  const [settled, settle] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => settle(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
