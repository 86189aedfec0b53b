import type { Trx } from '../platform/database.ts'
import type { Actor } from '../rights/door.ts'
import type { Options } from './application.contract.ts'
import { listDocumentRules } from './application.queries.ts'
import {
  APPLICANT,
  APPLICANT_KINDS,
  CHANNEL,
  CHANNELS,
  EVENT,
  EVENT_KINDS,
  KIND,
  KINDS,
} from './application-codes.rules.ts'
import { findChoices } from './application-view.queries.ts'

/** What the wizard offers: channels, kinds, applicants, aid, papers and their rules, the consent text of today. */
export async function showOptions(trx: Trx, { language }: Actor): Promise<Options> {
  return {
    ...(await findChoices(trx, language)),
    channels: CHANNELS.map(code => {
      const { replyDays, isApplicantThere } = CHANNEL[code]
      return { code, name: CHANNEL[code][language], replyDays, isApplicantThere }
    }),
    kinds: KINDS.map(code => ({ code, name: KIND[code][language] })),
    applicants: APPLICANT_KINDS.map(code => ({
      code,
      name: APPLICANT[code][language],
      paper: APPLICANT[code].paper?.[language] ?? null,
    })),
    events: EVENT_KINDS.map(code => ({ code, name: EVENT[code][language] })),
    documentRules: await listDocumentRules(trx),
  }
}
