/** How a household is reached, as it is compared. Pure. */
import { phoneKey } from '../applications/submission.rules.ts'

/** Key of an e-mail address; null when it cannot be one. */
export function emailKey(text: string): string | null {
  const compact = text.trim().toLowerCase()
  return /^[^\s@<>"]{1,64}@[a-z0-9](?:[a-z0-9.-]{0,180}[a-z0-9])?\.[a-z]{2,}$/.test(compact) ? compact : null
}

/** Key by which a contact is found again; null when it is none. */
export function contactKey(kind: 'phone' | 'email', value: string): string | null {
  return kind === 'phone' ? phoneKey(value) : emailKey(value)
}
