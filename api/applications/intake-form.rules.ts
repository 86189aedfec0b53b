/** The fields of the intake wizard as they are typed and saved in a draft, and the submission they make. Pure. */
import type { ApplicantKind, Channel, EventKind, HouseholdRole, Kind } from './application-codes.rules.ts'
import type { NewAddress, Submission } from './submission.contract.ts'

export type FormPerson = Readonly<{
  nationalId: string
  givenName: string
  familyName: string
  sex: 'female' | 'male' | ''
  bornOn: string
  role: HouseholdRole
}>

export type FormAddress = Readonly<{
  way: 'door' | 'pin' | 'described'
  districtId: number | null
  neighbourhoodId: number | null
  street: Readonly<{ id: number; name: string }> | null
  doorNo: string
  flatNo: string
  pin: Readonly<{ lon: number; lat: number }> | null
  description: string
}>

/** Days are ISO; '' is not filled in. */
export type IntakeForm = Readonly<{
  householdId: number | null
  isNew: boolean
  webApplicationId: number | null
  people: readonly FormPerson[]
  address: FormAddress
  channel: Channel
  referenceNo: string
  receivedOn: string
  replyBy: string
  applicantKind: ApplicantKind
  /** 'id:12', 'row:0' or ''. */
  applicantPerson: string
  applicantName: string
  applicantPaper: string
  kind: Kind
  event: Readonly<{
    kind: EventKind | ''
    occurredOn: string
    statement: string
    paper: string
    isPaperAwaited: boolean
  }>
  requests: readonly Readonly<{ aidType: string; note: string }>[]
  documents: Readonly<Record<string, Readonly<{ state: 'seen' | 'waived'; reason: string }>>>
  isUrgent: boolean
  consentVersion: string
  phone: string
  note: string
}>

export const EMPTY_PERSON: FormPerson = {
  nationalId: '',
  givenName: '',
  familyName: '',
  sex: '',
  bornOn: '',
  role: 'child',
}

export const EMPTY_FORM: IntakeForm = {
  householdId: null,
  isNew: false,
  webApplicationId: null,
  people: [{ ...EMPTY_PERSON, role: 'head' }],
  address: {
    way: 'door',
    districtId: null,
    neighbourhoodId: null,
    street: null,
    doorNo: '',
    flatNo: '',
    pin: null,
    description: '',
  },
  channel: 'solidarity_point',
  referenceNo: '',
  receivedOn: '',
  replyBy: '',
  applicantKind: 'self',
  applicantPerson: '',
  applicantName: '',
  applicantPaper: '',
  kind: 'needy',
  event: { kind: '', occurredOn: '', statement: '', paper: '', isPaperAwaited: false },
  requests: [],
  documents: {},
  isUrgent: false,
  consentVersion: '',
  phone: '',
  note: '',
}

/** A draft read back: fields an older page did not know get their beginnings. */
export function formOfDraft(payload: Readonly<Record<string, unknown>>): IntakeForm {
  const kept = payload as Partial<IntakeForm>
  return {
    ...EMPTY_FORM,
    ...kept,
    address: { ...EMPTY_FORM.address, ...kept.address },
    event: { ...EMPTY_FORM.event, ...kept.event },
  }
}

/** What is sent. Ask `findGaps` before: what it names is filled in with nothing here. */
export function submissionOf(form: IntakeForm, draftId: string | null): Submission {
  const ref = personRef(form.applicantPerson)
  return {
    draftId,
    webApplicationId: form.webApplicationId,
    household: form.isNew
      ? {
          address: addressOf(form.address),
          people: form.people.map(one => ({ ...one, sex: one.sex === 'male' ? 'male' : 'female' })),
        }
      : { id: form.householdId ?? 0 },
    channel: form.channel,
    referenceNo: form.referenceNo || null,
    receivedOn: form.receivedOn,
    replyBy: form.replyBy || null,
    applicant: {
      kind: form.applicantKind,
      ...ref,
      name: form.applicantName || null,
      paper: form.applicantPaper || null,
    },
    kind: form.kind,
    event:
      form.kind === 'victim' && form.event.kind !== ''
        ? { ...form.event, kind: form.event.kind, paper: form.event.paper || null }
        : null,
    requests: form.requests.map(one => ({ aidType: one.aidType, note: one.note || null })),
    documents: Object.entries(form.documents).map(([code, { state, reason }]) => ({
      code,
      state,
      reason: reason || null,
    })),
    isUrgent: form.isUrgent,
    consent: form.consentVersion ? { version: form.consentVersion } : null,
    phone: form.phone || null,
    note: form.note || null,
    incomes: [],
  }
}

function personRef(chosen: string): { personId?: number; personRow?: number } {
  const [kind, key] = chosen.split(':')
  if (kind === 'id') return { personId: Number(key) }
  return kind === 'row' ? { personRow: Number(key) } : {}
}

function addressOf(address: FormAddress): NewAddress {
  const { way, street, doorNo, pin, description, neighbourhoodId } = address
  const flatNo = address.flatNo || null
  if (way === 'pin') return { kind: 'pin', lon: pin?.lon ?? 0, lat: pin?.lat ?? 0, flatNo, description }
  if (way === 'described') return { kind: 'described', neighbourhoodId: neighbourhoodId ?? 0, flatNo, description }
  return { kind: 'door', streetId: street?.id ?? 0, doorNo, flatNo, description: description || null }
}
