/** Rows of a household's applications and what came of them, as the database answers them. */
export type ApplicationRow = Readonly<{
  id: number
  household_id: number
  status: string
  kind: 'needy' | 'victim'
  channel: string
  reference_no: string | null
  received_on: string
  reply_by: string | null
  closed_on: string | null
  is_urgent: boolean
  applicant_person_id: number | null
  applicant_kind: string
  applicant_name: string | null
  version: number
  appealed_on: string | null
  note: string | null
  submitted_at: string | null
  assigned_to: string | null
  received_by: string | null
}>

type InApplication = Readonly<{ application_id: number }>

export type ApplicationRows = Readonly<{
  applications: ApplicationRow[]
  requests: (InApplication &
    Readonly<{
      id: number
      aid_type_code: string
      added_on: string
      withdrawn_on: string | null
      note: string | null
    }>)[]
  receipts: (InApplication &
    Readonly<{
      channel: string
      reference_no: string | null
      received_on: string
      recorded_at: string
      note: string | null
      by: string | null
    }>)[]
  documents: (InApplication &
    Readonly<{
      document_code: string
      name_tr: string
      name_en: string
      is_required: boolean
      state: string
      attachment_id: number | null
      reason: string | null
    }>)[]
  assignments: (InApplication &
    Readonly<{ assigned_at: string; reason: string | null; by: string | null; inspector: string | null }>)[]
  inspections: (InApplication &
    Readonly<{
      id: number
      visited_on: string
      mode: 'home' | 'telephone'
      control: string
      started_at: string | null
      sent_at: string | null
      passed_at: string | null
      form_version: string | null
      inspector: string | null
      passed_by: string | null
    }>)[]
  scores: Readonly<{
    id: number
    inspection_id: number
    application_id: number | null
    scheme_version: string
    total: number
    low: number | null
    high: number | null
    minimum: number | null
    parts: unknown
    points: unknown
    missing: unknown
    scored_on: string
    by: string | null
  }>[]
  decisions: (InApplication &
    Readonly<{
      id: number
      outcome: string
      aid_type_code: string | null
      amount_kurus: number | null
      months: number | null
      reason: string | null
      decided_on: string
    }>)[]
}>
