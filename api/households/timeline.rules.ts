/** Everything that happened to a household as one line of typed events, newest first. Pure. */
import { applicationEvents, inspectionEvents, outcomeEvents } from './application-events.rules.ts'
import type { FileRows } from './household-file.rows.contract.ts'
import { dayOf, type EventDraft, type Timeline, type TimelineEvent } from './timeline.contract.ts'

const PAGE = 40

/** All events of a file, newest first; of one day the one written down later first. */
export function timelineOf(rows: FileRows): TimelineEvent[] {
  const drafts = [
    ...applicationEvents(rows),
    ...inspectionEvents(rows),
    ...outcomeEvents(rows),
    ...fileEvents(rows),
    ...factEvents(rows),
    ...paperEvents(rows),
  ]
  return drafts
    .map(draft => ({ at: null, by: null, provenance: null, personId: null, applicationId: null, detail: {}, ...draft }))
    .sort((a, b) => compare(b.on, a.on) || compare(b.at ?? '', a.at ?? '') || compare(b.id, a.id))
}

/** One page of it; `after` is the id of the last event of the page before. */
export function pageOf(
  events: readonly TimelineEvent[],
  { topic, after }: { topic?: string | undefined; after?: string | undefined },
): Timeline {
  const wanted = topic === undefined ? events : events.filter(event => event.topic === topic)
  const from = after === undefined ? 0 : wanted.findIndex(event => event.id === after) + 1
  const items = wanted.slice(from, from + PAGE)
  const last = items.at(-1)
  return { items, ...(last && from + PAGE < wanted.length ? { next: last.id } : {}) }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const TOPIC_OF: Readonly<Record<string, TimelineEvent['topic']>> = {
  moved: 'address',
  note: 'note',
  opened: 'application',
}

function fileEvents({ events }: FileRows): EventDraft[] {
  return events.map(one => ({
    id: `event-${one.id}`,
    type: (one.kind === 'opened' ? 'file_opened' : one.kind) as TimelineEvent['type'],
    topic: TOPIC_OF[one.kind] ?? 'people',
    on: one.happened_on,
    at: one.recorded_at,
    by: one.by,
    personId: one.person_id,
    detail: one.detail,
  }))
}

function factEvents({ facts, ends }: FileRows): EventDraft[] {
  const byKey = new Map(facts.map(one => [`${one.fact}-${one.id}`, one]))
  return [
    ...facts.map(
      (one): EventDraft => ({
        id: `fact-${one.fact}-${one.id}`,
        type: 'fact_added',
        topic: 'fact',
        on: String(one.row.valid_from),
        at: String(one.row.recorded_at),
        by: one.by,
        provenance: String(one.row.provenance),
        personId: (one.row.person_id as number | null) ?? null,
        detail: { fact: one.fact, values: one.row },
      }),
    ),
    ...ends.map((one): EventDraft => {
      const ended = byKey.get(`${one.fact}-${one.fact_id}`)
      return {
        id: `end-${one.fact}-${one.fact_id}`,
        type: 'fact_ended',
        topic: 'fact',
        on: one.kind === 'wrong' ? dayOf(one.recorded_at) : one.ended_on,
        at: one.recorded_at,
        by: one.by,
        personId: (ended?.row.person_id as number | null | undefined) ?? null,
        detail: { fact: one.fact, values: ended?.row ?? null, kind: one.kind, reason: one.reason },
      }
    }),
  ]
}

function paperEvents({ attachments, proposals }: FileRows): EventDraft[] {
  return [
    ...attachments.map(
      (one): EventDraft => ({
        id: `attachment-${one.id}`,
        type: 'attached',
        topic: 'document',
        on: dayOf(one.added_at),
        at: one.added_at,
        by: one.by,
        applicationId: one.application_id,
        detail: {
          attachmentId: one.id,
          kind: one.kind,
          documentCode: one.document_code,
          caption: one.caption,
          isRemoved: one.removed_at !== null,
        },
      }),
    ),
    ...proposals.flatMap((one): EventDraft[] => {
      const of = { topic: 'proposal', personId: one.person_id, applicationId: one.application_id } as const
      const detail = {
        proposalId: one.id,
        kind: one.kind,
        source: one.source,
        proposal: one.proposal,
        state: one.state,
      }
      return [
        {
          ...of,
          id: `proposal-${one.id}`,
          type: 'proposed',
          on: dayOf(one.proposed_at),
          at: one.proposed_at,
          by: one.by,
          detail,
        },
        ...(one.decided_at === null
          ? []
          : [
              {
                ...of,
                id: `decided-${one.id}`,
                type: 'proposal_decided',
                on: dayOf(one.decided_at),
                at: one.decided_at,
                by: one.decided_by,
                detail: { ...detail, reason: one.decision_reason },
              } as const,
            ]),
      ]
    }),
  ]
}
