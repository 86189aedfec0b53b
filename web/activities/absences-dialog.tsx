import { useState } from 'react'
import type { Inspector } from '../../api/activities/activities.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ inspectors: readonly Inspector[]; onClose: () => void; onChanged: () => void }>

const KINDS = ['leave', 'training', 'other'] as const

/** Days inspectors are away: seen, entered, taken back. */
export function AbsencesDialog({ inspectors, onClose, onChanged }: Props) {
  const w = useWords()
  const { client, format } = useOffice()
  const taking = useDeed(async (id: number) => {
    await client.write(`/api/absences/${id}/cancel`, {})
    onChanged()
  })
  const absences = inspectors.flatMap(one => one.absences.map(absence => ({ ...absence, name: one.name })))
  return (
    <Dialog title={w('absences')} onClose={onClose} width="wide">
      {absences.length === 0 && <p className="quiet">{w('absenceNone')}</p>}
      <ul className="refused">
        {absences.map(({ id, name, from, to, kind }) => (
          <li key={id}>
            <strong>{name}</strong> {format.day(from)} – {format.day(to)} · {w(`absence.${kind}`)}{' '}
            <button type="button" className="text-button" disabled={taking.isBusy} onClick={() => taking.run(id)}>
              {w('absenceCancel')}
            </button>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={taking.problem} />
      <NewAbsence inspectors={inspectors} onChanged={onChanged} />
    </Dialog>
  )
}

function NewAbsence({ inspectors, onChanged }: Omit<Props, 'onClose'>) {
  const w = useWords()
  const say = useToast()
  const { client } = useOffice()
  const [who, setWho] = useState('')
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [kind, setKind] = useState<(typeof KINDS)[number]>('leave')
  const [isAsked, setAsked] = useState(false)
  const isDated = from !== null && to !== null && from <= to
  const saving = useDeed(async () => {
    const body = { officerId: Number(who), from, to, kind }
    const { openFiles } = await client.write<{ openFiles: number }>('/api/absences', body)
    say(w('absenceDone', { n: openFiles }))
    setFrom(null)
    setTo(null)
    setAsked(false)
    onChanged()
  })
  const press = () => {
    setAsked(true)
    if (who !== '' && isDated) saving.run()
  }
  return (
    <form
      className="form"
      onSubmit={event => {
        event.preventDefault()
        press()
      }}
    >
      <h3>{w('absenceTitle')}</h3>
      <SelectField
        id="absent"
        label={w('inspector')}
        options={inspectors.map(one => ({ value: String(one.id), label: one.name }))}
        value={who}
        error={isAsked && who === '' ? w('chooseWho') : null}
        onChange={setWho}
      />
      <div className="form-row">
        <DateField
          id="absent-from"
          label={w('absenceFrom')}
          value={from}
          error={isAsked && !isDated ? w('absenceDates') : null}
          onChange={setFrom}
        />
        <DateField id="absent-to" label={w('absenceTo')} value={to} onChange={setTo} />
      </div>
      <SelectField
        label={w('absenceKind')}
        placeholder={null}
        options={KINDS.map(value => ({ value, label: w(`absence.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <ProblemNotice problem={saving.problem} />
      <div className="actions">
        <button type="submit" className="button is-main" disabled={saving.isBusy}>
          {w('absenceSave')}
        </button>
      </div>
    </form>
  )
}
