import type { WebForm } from './web-application.rules.ts'

/** The fields of the form as a page without a script sends them. What is no day becomes one long ago, told as a wrong birthday. */
export function readApplyForm(fields: URLSearchParams): WebForm {
  const of = (name: string) => (fields.get(name) ?? '').trim()
  const two = (name: string) => of(name).padStart(2, '0')
  const born = `${of('born-year')}-${two('born-month')}-${two('born-day')}`
  const eventKind = of('eventKind') || null
  return {
    givenName: of('givenName'),
    familyName: of('familyName'),
    nationalId: of('nationalId').replace(/[\s.-]+/g, ''),
    bornOn: isDay(born) ? born : '1000-01-01',
    phone: of('phone'),
    districtId: Number(of('districtId')) || 0,
    address: of('address'),
    people: Number(of('people')) || 0,
    kind: eventKind ? 'victim' : 'needy',
    eventKind,
    requests: fields.getAll('requests'),
    note: of('note') || null,
    consentVersion: of('consentVersion'),
    website: of('website'),
    seconds: null,
  }
}

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
