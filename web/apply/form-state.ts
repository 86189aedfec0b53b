/** Reads the form, and keeps what was typed over a reload. */
import type { WebForm } from '../../api/web-applications/web-application.rules.ts'

const KEPT = 'komsu.basvuru'
type Kept = { step: number; openedAt: number; fields: [string, string][] }

/** What the fields hold, as it is sent. `openedAt`: ms. */
export function readForm(form: HTMLFormElement, openedAt: number): WebForm {
  const data = new FormData(form)
  const of = (name: string) => String(data.get(name) ?? '').trim()
  const two = (name: string) => of(name).padStart(2, '0')
  const eventKind = of('eventKind') || null
  return {
    givenName: of('givenName'),
    familyName: of('familyName'),
    nationalId: of('nationalId').replace(/[\s.-]+/g, ''),
    bornOn: dayOf(of('born-year'), two('born-month'), two('born-day')),
    phone: of('phone'),
    districtId: Number(of('districtId')) || 0,
    address: of('address'),
    people: Number(of('people')) || 0,
    kind: eventKind ? 'victim' : 'needy',
    eventKind,
    requests: data.getAll('requests').map(String),
    note: of('note') || null,
    consentVersion: of('consentVersion'),
    website: of('website'),
    seconds: Math.round((Date.now() - openedAt) / 1000),
  }
}

/** ISO, or a day long ago for what is no day: it is told as a wrong birthday. */
function dayOf(year: string, month: string, day: string): string {
  const iso = `${year}-${month}-${day}`
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(iso) && new Date(`${iso}T00:00:00Z`).toJSON()?.startsWith(iso)
  return isDay ? iso : '1000-01-01'
}

/** A phone that forbids storage, or is full, still sends the form. */
function quietly<T>(work: () => T): T | null {
  try {
    return work()
  } catch {
    return null
  }
}

export function keep(form: HTMLFormElement, step: number, openedAt: number): void {
  const fields = [...new FormData(form)]
    .filter(([name]) => name !== 'website')
    .map(([name, value]) => [name, String(value)])
  quietly(() => sessionStorage.setItem(KEPT, JSON.stringify({ step, openedAt, fields })))
}

export function forget(): void {
  quietly(() => sessionStorage.removeItem(KEPT))
}

/**
 * Puts back what was typed before a reload, the key of the sending with it.
 * @returns the step and when the form was first opened (ms); null when nothing was kept
 */
export function putBack(form: HTMLFormElement): { step: number; openedAt: number } | null {
  const kept = quietly(() => JSON.parse(sessionStorage.getItem(KEPT) ?? 'null') as Kept | null)
  if (!kept) return null
  for (const box of form.querySelectorAll<HTMLInputElement>('[type=checkbox], [type=radio]')) {
    box.checked = kept.fields.some(([name, value]) => name === box.name && value === box.value)
  }
  for (const [name, value] of kept.fields) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement && !/checkbox|radio/.test(field.type)) field.value = value
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value
  }
  return kept
}
