/** An application within a household's file, with everything that came of it. */
import { z } from 'zod'

const Day = z.iso.date()
const Text = z.string().nullable()
const Code = z.string()

export const ApplicationOfFile = z.object({
  id: z.number(),
  status: Code,
  isOpen: z.boolean(),
  kind: Code,
  channel: Code,
  referenceNo: Text,
  receivedOn: Day,
  replyBy: Day.nullable(),
  closedOn: Day.nullable(),
  isUrgent: z.boolean(),
  applicantPersonId: z.number().nullable(),
  applicantKind: Code,
  applicantName: Text,
  note: Text,
  version: z.number(),
  assignedTo: Text,
  receivedBy: Text,
  requests: z.array(z.object({ id: z.number(), aidType: Code, addedOn: Day, withdrawnOn: Day.nullable(), note: Text })),
  receipts: z.array(z.object({ channel: Code, referenceNo: Text, receivedOn: Day, by: Text, note: Text })),
  documents: z.array(
    z.object({
      code: Code,
      name: z.object({ tr: z.string(), en: z.string() }),
      isRequired: z.boolean(),
      state: Code,
      attachmentId: z.number().nullable(),
      reason: Text,
    }),
  ),
  inspections: z.array(
    z.object({ id: z.number(), visitedOn: Day, mode: Code, control: Code, inspector: Text, formVersion: Text }),
  ),
  scores: z.array(
    z.object({
      id: z.number(),
      scheme: z.string(),
      total: z.number(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      minimum: z.number().nullable(),
      scoredOn: Day,
      by: Text,
      parts: z.record(z.string(), z.number()),
      points: z.unknown(),
      missing: z.unknown(),
    }),
  ),
  decisions: z.array(
    z.object({
      id: z.number(),
      outcome: Code,
      aidType: Code.nullable(),
      amountKurus: z.number().nullable(),
      months: z.number().nullable(),
      reason: Text,
      decidedOn: Day,
    }),
  ),
})
export type ApplicationOfFile = z.infer<typeof ApplicationOfFile>
