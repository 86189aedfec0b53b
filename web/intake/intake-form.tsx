import { useEffect, useRef, useState } from 'react'
import type { Options } from '../../api/applications/application.contract.ts'
import type { Draft } from '../../api/applications/draft.contract.ts'
import { submissionOf } from '../../api/applications/intake-form.rules.ts'
import type { Submitted } from '../../api/applications/submission.contract.ts'
import { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { AutoSaveState } from '../ui/auto-save.tsx'
import { Busy } from '../ui/busy.tsx'
import type { FormError } from '../ui/error-summary.tsx'
import { FormPage } from '../ui/form-page.tsx'
import { Notice } from '../ui/notice.tsx'
import { ApplicantFields } from './applicant-fields.tsx'
import { DocumentFields } from './document-fields.tsx'
import { errorsOf, findErrors } from './find-errors.ts'
import { KnownHousehold } from './known-household.tsx'
import { NewHouseholdFields } from './new-household-fields.tsx'
import { Receipt } from './receipt.tsx'
import { ReceiptFields } from './receipt-fields.tsx'
import { RequestFields } from './request-fields.tsx'
import { ConsentFields, RestFields } from './rest-fields.tsx'
import { useIntakeDraft } from './use-intake-draft.ts'
import { useKnownHousehold } from './use-known-household.ts'
import { useWords } from './words.ts'

const NONE: readonly FormError[] = []

type Props = Readonly<{ draft: Draft; onReload: () => void }>

/** The form of one application on one page, what is known of the household beside it. */
export function IntakeForm({ draft, onReload }: Props) {
  const w = useWords()
  const { client, language } = useOffice()
  const { form, change, saving, isStale, end } = useIntakeDraft(draft)
  const options = useRead<Options>('/api/applications/options')
  const known = useKnownHousehold(form.isNew ? null : form.householdId)
  const [errors, setErrors] = useState<readonly FormError[]>(NONE)
  const [submitted, setSubmitted] = useState<Submitted | null>(null)
  const [isOfServer, setOfServer] = useState(false)
  const today = options.data?.today
  useEffect(() => {
    if (today) change(now => (now.receivedOn ? {} : { receivedOn: today }))
  }, [today, change])
  const findAll = () =>
    findErrors(form, { today: today ?? '', members: form.isNew ? undefined : known.file?.people }, { w, language })
  const deed = useDeed(async () => {
    const found = findAll()
    setErrors(found.length > 0 ? found : NONE)
    setOfServer(false)
    if (found.length > 0) return
    await saving.flush()
    try {
      const answer = await client.write<Submitted>('/api/applications', submissionOf(form, draft.id))
      end()
      setSubmitted(answer)
    } catch (error) {
      const told = error instanceof ApiProblem ? errorsOf(error, w) : undefined
      if (!told) throw error
      setErrors(told)
      setOfServer(true)
    }
  })
  const box = useSubmitKey(() => void deed.run())
  if (submitted) return <Receipt id={submitted.id} submitted={submitted} />
  if (options.problem) return <ProblemNotice problem={options.problem} onRetry={options.reload} />
  if (!options.data) return <Busy />
  // At a field an error stands until it is mended; the summary stays as it was read.
  const standing = isOfServer || errors.length === 0 ? errors : errorsStill(errors, findAll())
  const parts = { form, change, errors: standing, options: options.data }
  return (
    <div className="intake" ref={box}>
      <FormPage
        title={w('form.title')}
        errors={errors}
        onSubmit={() => void deed.run()}
        status={<AutoSaveState of={saving} />}
        actions={
          <>
            <button type="submit" className="button is-main" disabled={deed.isBusy || isStale}>
              {w(known.open ? 'form.submitJoin' : 'form.submit')}
            </button>
            <span className="quiet only-desk">{w('form.keys')}</span>
          </>
        }
      >
        {isStale && <Notice action={{ label: w('form.reload'), onAct: onReload }}>{w('form.stale')}</Notice>}
        {deed.problem && <ProblemNotice problem={deed.problem} />}
        {form.webApplicationId !== null && <p className="intake-web">{w('form.web')}</p>}
        {form.isNew && <NewHouseholdFields {...parts} />}
        <ReceiptFields {...parts} />
        <ApplicantFields {...parts} people={form.isNew ? null : (known.file?.people ?? [])} />
        <RequestFields {...parts} />
        <DocumentFields {...parts} />
        <ConsentFields {...parts} />
        <RestFields {...parts} />
      </FormPage>
      {!form.isNew && <KnownHousehold known={known} />}
    </div>
  )
}

function errorsStill(said: readonly FormError[], now: readonly FormError[]): FormError[] {
  return said.filter(one => now.some(other => other.field === one.field && other.text === one.text))
}

/** Ctrl+Enter (⌘+Enter) anywhere in the form hands it in. */
function useSubmitKey(submit: () => void) {
  const box = useRef<HTMLDivElement>(null)
  const newest = useRef(submit)
  newest.current = submit
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Node && box.current?.contains(event.target)
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isInside) return
      event.preventDefault()
      newest.current()
    }
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  return box
}
