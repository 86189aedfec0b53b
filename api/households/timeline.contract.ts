/** Everything that happened to a household, as typed events. */
import { z } from 'zod'

const Day = z.iso.date()
const Moment = z.string()
const Text = z.string().nullable()
const Code = z.string()

export const TOPICS = [
  'application',
  'inspection',
  'aid',
  'people',
  'address',
  'fact',
  'document',
  'proposal',
  'note',
] as const
export const EVENT_TYPES = [
  ...[
    'application_received',
    'received_again',
    'application_closed',
    'appealed',
    'assigned',
    'visit_started',
    'visited',
    'visit_sent',
  ],
  ...[
    'visit_passed',
    'scored',
    'decided',
    'aid_given',
    'file_opened',
    'person_added',
    'person_left',
    'person_corrected',
    'death',
  ],
  ...[
    'guardian',
    'moved',
    'joined',
    'split',
    'note',
    'duplicate_decided',
    'fact_added',
    'fact_ended',
    'attached',
    'proposed',
    'proposal_decided',
  ],
] as const
/** One thing that happened. `on`: the day it happened; `at`: when it was written down. `detail`: typed by `type` in the words of the screen. */
export const TimelineEvent = z.object({
  id: z.string(),
  type: z.enum(EVENT_TYPES),
  topic: z.enum(TOPICS),
  on: Day,
  at: Moment.nullable(),
  by: Text,
  provenance: Code.nullable(),
  personId: z.number().nullable(),
  applicationId: z.number().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>
export const Timeline = z.object({ items: z.array(TimelineEvent), next: z.string().optional() })
export type Timeline = z.infer<typeof Timeline>
export const TimelineQuery = z.object({
  topic: z.enum(TOPICS).optional(),
  after: z.string().max(60).optional().describe('`next` of the page before'),
})

/** An event before the parts most have none of are filled in. */
export type EventDraft = Pick<TimelineEvent, 'id' | 'type' | 'topic' | 'on'> & Partial<TimelineEvent>

/** The day of a moment as the database writes it (in the time of the office). */
export const dayOf = (moment: string | null) => (moment ?? '').slice(0, 10)
