import { useState } from 'react'
import type { InspectionList, Started } from '../../api/inspections/inspection.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import type { FormError } from '../ui/error-summary.tsx'
import { FormPage } from '../ui/form-page.tsx'
import { type VisitDraft, VisitFields } from './visit-step.tsx'
import { useWords } from './words.ts'

/** Before the form: how the visit was made. An inspection begun already is opened instead. */
export function StartInspection({ application }: Readonly<{ application: string }>) {
  const w = useWords()
  const { may, href } = useOffice()
  const { data, problem, reload } = useRead<InspectionList>(`/api/inspections?application=${application}`)
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />
  if (!data) return <Busy label={w('loading')} />
  const open = data.items.find(one => one.control !== 'passed')
  const isStartable = may('inspection.start') && ['assigned', 'in_inspection'].includes(data.application.status)
  if (open || !isStartable)
    return (
      <div className="page">
        <h1>{w('title')}</h1>
        {!open && <p>{w('notStartable')}</p>}
        {data.items.map(one => (
          <p key={one.id}>
            <a className="button is-main" href={href(`inspection/${one.id}`)}>
              {w('goOn')}
            </a>
          </p>
        ))}
      </div>
    )
  return <StartForm application={data.application} />
}

function StartForm({ application }: Readonly<{ application: InspectionList['application'] }>) {
  const w = useWords()
  const { client, go, href } = useOffice()
  const [draft, setDraft] = useState<VisitDraft>(() => ({
    visitedOn: new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Istanbul' }),
    mode: 'home',
    phoneReason: '',
  }))
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const start = useDeed(async () => {
    const { phoneReason, ...visit } = draft
    const body = { applicationId: application.id, version: application.version, ...visit }
    const said = draft.mode === 'telephone' ? { ...body, phoneReason } : body
    const { id } = await client.write<Started>('/api/inspections', said)
    go(`inspection/${id}`)
  })
  const submit = () => {
    const wrong: FormError[] = []
    if (!draft.visitedOn) wrong.push({ field: 'visited-on', text: w('visitedOnMissing') })
    if (draft.mode === 'telephone' && draft.phoneReason.trim().length < 3)
      wrong.push({ field: 'phone-reason', text: w('phoneReasonMissing') })
    setErrors(wrong)
    if (wrong.length === 0) void start.run()
  }
  return (
    <FormPage
      title={w('title')}
      lead={
        <>
          {application.address}{' '}
          <a className="inspection-link" href={href(`file/${application.householdId}`)}>
            {w('file', { no: application.fileNo })}
          </a>
          . {w('startLead')}
        </>
      }
      errors={errors}
      onSubmit={submit}
      actions={
        <button type="submit" className="button is-main" disabled={start.isBusy}>
          {w('start')}
        </button>
      }
    >
      <ProblemNotice problem={start.problem} />
      <VisitFields draft={draft} onChange={setDraft} />
    </FormPage>
  )
}
