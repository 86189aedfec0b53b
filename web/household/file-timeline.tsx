import { useState } from 'react'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { type TimelineEvent, type Timeline as TimelinePage, TOPICS } from '../../api/households/timeline.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { SelectField } from '../ui/select-field.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useEventWords } from './event-words.ts'
import { useFactText } from './fact-text.tsx'
import { useFactWord } from './fact-words.ts'
import { useFileWords } from './file-words.ts'
import { nameOf } from './leaving-dialogs.tsx'
import { useCodeWords } from './status-words.ts'

type Topic = (typeof TOPICS)[number]

/** Everything that happened, newest first, by topic where wished, a page at a time. */
export function TimelineTab({ file }: Readonly<{ file: HouseholdFile }>) {
  const w = useFileWords()
  const { client } = useOffice()
  const [topic, setTopic] = useState<Topic | ''>('')
  const [page, setPage] = useState<TimelinePage>(file.timeline)
  const fetchPage = useDeed(async (wanted: Topic | '', after?: string) => {
    const query = new URLSearchParams({ ...(wanted ? { topic: wanted } : {}), ...(after ? { after } : {}) })
    const found = await client.read<TimelinePage>(`/api/households/${file.id}/timeline?${query}`)
    setPage(before => (after ? { ...found, items: [...before.items, ...found.items] } : found))
  })
  const itemOf = useItem(file)
  const { next } = page
  return (
    <>
      <div className="file-topics">
        <SelectField
          label={w('topics')}
          placeholder={w('all')}
          options={TOPICS.map(value => ({ value, label: w(`topic.${value}`) }))}
          value={topic}
          onChange={wanted => {
            setTopic(wanted)
            void fetchPage.run(wanted)
          }}
        />
      </div>
      <ProblemNotice problem={fetchPage.problem} />
      {page.items.length === 0 && <p className="quiet">{w('noEvents')}</p>}
      <Timeline label={w('timelineLabel')} items={page.items.map(itemOf)} />
      {next && (
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={fetchPage.isBusy}
            onClick={() => void fetchPage.run(topic, next)}
          >
            {w('more')}
          </button>
        </div>
      )}
    </>
  )
}

function useItem(file: HouseholdFile) {
  const e = useEventWords()
  const word = useFactWord()
  const { format } = useOffice()
  const bodyOf = useBody()
  return (event: TimelineEvent) => {
    const person = file.people.find(one => one.id === event.personId)
    const source = event.provenance ? word(`provenance.${event.provenance}`) : null
    return {
      id: event.id,
      at: format.day(event.on),
      title: [e(event.type), person ? nameOf(person) : ''].filter(Boolean).join(' · '),
      source: [source, event.by].filter(Boolean).join(' · ') || undefined,
      body: <span className="file-note">{bodyOf(event)}</span>,
    }
  }
}

/** What an event says beside its name. */
function useBody(): (event: TimelineEvent) => string {
  const code = useCodeWords()
  const factText = useFactText()
  const { format } = useOffice()
  const text = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
  return ({ type, detail }) => {
    const fact = () => factText(text(detail.fact), (detail.values ?? {}) as Record<string, unknown>)
    const sum = typeof detail.amountKurus === 'number' ? `${format.number(detail.amountKurus / 100, 2)} TL` : ''
    switch (type) {
      case 'fact_added':
        return fact()
      case 'fact_ended':
        return [fact(), text(detail.reason)].filter(Boolean).join(' · ')
      case 'aid_given':
        return [code('aid', text(detail.aidType)), sum].filter(Boolean).join(' · ')
      case 'decided':
        return [
          code('outcome', text(detail.outcome)),
          detail.aidType ? code('aid', text(detail.aidType)) : '',
          sum,
          text(detail.reason),
        ]
          .filter(Boolean)
          .join(' · ')
      case 'application_closed':
        return code('status', text(detail.status))
      case 'scored':
        return typeof detail.total === 'number' ? `${format.number(detail.total, 1)} / 100` : ''
      default:
        return [
          text(detail.text),
          text(detail.referenceNo),
          text(detail.inspector),
          text(detail.toFileNo),
          text(detail.fromFileNo),
          text(detail.reason),
        ]
          .filter(Boolean)
          .join(' · ')
    }
  }
}
