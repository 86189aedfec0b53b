import { type Day, monthsLater } from './calendar.ts'
import type { CaseFile, CaseSetting, Gift } from './casework.ts'
import type { Span } from './history.ts'
import type { Random } from './random.ts'

type Terms = Readonly<{ months: readonly number[]; worth: number; isCash: boolean }>
const TERMS: Record<string, Terms> = {
  cash_support: { months: [3, 6, 6, 12], worth: 250_000, isCash: true },
  social_card: { months: [6, 12], worth: 180_000, isCash: true },
  food_parcel: { months: [3, 6, 12], worth: 95_000, isCash: false },
  hygiene_pack: { months: [3, 6], worth: 40_000, isCash: false },
  diapers: { months: [6, 12], worth: 60_000, isCash: false },
  milk: { months: [12], worth: 35_000, isCash: false },
  coal: { months: [1], worth: 450_000, isCash: false },
  furniture: { months: [1], worth: 900_000, isCash: false },
  home_care: { months: [12, 24], worth: 300_000, isCash: false },
}

/** Grants what was asked for, gives it month by month up to the end of aid or of the span, and settles the status. */
export function grant(file: CaseFile, on: Day, at: CaseSetting, random: Random): void {
  const end = endOfAid(file, on, at.span, random)
  file.requests.forEach((type, i) => {
    const terms = TERMS[type]
    if (!terms || (i > 0 && random.chance(0.45))) return
    const months = random.pick(terms.months)
    const amount =
      Math.round((terms.worth * (terms.isCash ? 0.7 + 0.25 * Math.min(6, at.members) : 1)) / 10_000) * 10_000
    const first = on + 3 + random.below(9)
    const gifts: Gift[] = []
    for (let month = 0; month < months; month++) {
      const day = monthsLater(first, month)
      if (day > at.span.until || day >= end) break
      gifts.push({ type, kurus: amount, on: day })
    }
    file.rulings.push({ outcome: 'grant', type, amount: terms.isCash ? amount : null, months, on, gifts })
  })
  file.status = 'granted'
  if (end > at.span.until) return
  const visited = file.visits.at(-1)?.on ?? on
  file.status = end >= monthsLater(visited, 24) ? 'expired' : 'terminated'
  file.closed = end
}

// Aid ends 24 months after the inspection (001 · 19.14); sometimes a ground of article 22 ends it earlier.
function endOfAid(file: CaseFile, on: Day, span: Span, random: Random): Day {
  const expiry = monthsLater(file.visits.at(-1)?.on ?? on, 24)
  const isCutShort = random.chance(0.03)
  return isCutShort ? Math.min(expiry, on + 60 + random.below(Math.max(1, span.until - span.from))) : expiry
}
