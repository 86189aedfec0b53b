import { type FormEvent, useState } from 'react'
import type { SchemePage, StoredSimulation } from '../../api/scores/schemes.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ErrorSummary, type FormError } from '../ui/error-summary.tsx'
import { Notice } from '../ui/notice.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Draft } from './use-draft.ts'
import { type SchemeWords, useWords } from './words.ts'

type Props = Readonly<{
  page: SchemePage
  draft: Draft
  simulation: StoredSimulation | null
  onClose: () => void
  onAdopted: () => void
}>
type Typed = Readonly<{ from: string | null; no: string; on: string | null; minimum: number | null }>

/** Puts a draft in force from a day to come, on the commission's decision; what is missing is said before anything is sent. */
export function AdoptDialog({ page, draft, simulation, onClose, onAdopted }: Props) {
  const { client, format } = useOffice()
  const w = useWords()
  const toast = useToast()
  const [typed, setTyped] = useState<Typed>({ from: null, no: '', on: null, minimum: null })
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const change = (one: Partial<Typed>) => setTyped(before => ({ ...before, ...one }))
  const errorAt = (field: string) => errors.find(one => one.field === field)?.text
  const adopt = useDeed(async (body: object, from: string) => {
    await client.write(`/api/score-schemes/${page.version}/adopt`, body)
    toast(w('adopt.done', { version: page.version, date: format.day(from) }))
    onAdopted()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = errorsOf(typed, draft.minimum, w)
    setErrors(found)
    const { from, no, on, minimum } = typed
    if (found.length > 0 || from === null || on === null || minimum === null) return
    const body = {
      edition: draft.edition,
      effectiveFrom: from,
      commissionDecision: { no: no.trim(), date: on },
      minimum,
    }
    void adopt.run(body, from)
  }
  if (draft.faults.length > 0 || simulation?.edition !== draft.edition)
    return (
      <Dialog title={w('adopt.title')} onClose={onClose}>
        <Notice>{draft.faults.length > 0 ? w('sim.faults') : w('adopt.needSimulation')}</Notice>
        <div className="actions">
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </Dialog>
    )
  return (
    <Dialog title={w('adopt.title')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{w('adopt.lead')}</p>
        <ErrorSummary errors={errors} />
        <ProblemNotice problem={adopt.problem} />
        <DateField
          id="adopt-from"
          label={w('adopt.from')}
          error={errorAt('adopt-from')}
          value={typed.from}
          min={tomorrow()}
          onChange={from => change({ from })}
        />
        <TextField
          id="adopt-no"
          label={w('adopt.no')}
          error={errorAt('adopt-no')}
          value={typed.no}
          maxLength={60}
          width="middle"
          onChange={no => change({ no })}
        />
        <DateField
          id="adopt-on"
          label={w('adopt.on')}
          error={errorAt('adopt-on')}
          value={typed.on}
          max={today()}
          onChange={on => change({ on })}
        />
        <NumberField
          id="adopt-minimum"
          label={w('adopt.minimum')}
          error={errorAt('adopt-minimum')}
          value={typed.minimum}
          min={0}
          max={100}
          onChange={minimum => change({ minimum })}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={adopt.isBusy}>
            {w('adopt.act')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function errorsOf({ from, no, on, minimum }: Typed, wanted: number, w: SchemeWords): FormError[] {
  return [
    ...(from === null || from < tomorrow() ? [{ field: 'adopt-from', text: w('adopt.needFrom') }] : []),
    ...(no.trim() === '' ? [{ field: 'adopt-no', text: w('adopt.needNo') }] : []),
    ...(on === null || on > today() ? [{ field: 'adopt-on', text: w('adopt.needOn') }] : []),
    ...(minimum !== wanted ? [{ field: 'adopt-minimum', text: w('adopt.needMinimum', { minimum: wanted }) }] : []),
  ]
}

function today(days = 0): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Istanbul' }).format(Date.now() + days * 86_400_000)
}

function tomorrow(): string {
  return today(1)
}
