import { useState } from 'react'
import type { Changed } from '../../api/households/change.contract.ts'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import type { ApiProblem } from '../app/api.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { DeedDialog } from './deed-dialog.tsx'
import { useDeedWords } from './deed-words.ts'
import { OpenDialog } from './open-dialog.tsx'
import { AgeConfirmation, type DialogProps, type Draft, PersonFields } from './person-fields.tsx'

const EMPTY: Draft = { nationalId: '', givenName: '', familyName: '', sex: null, bornOn: null, role: 'child' }

/** Adds a person, or offers the file they are in already. */
export function AddPersonDialog({ file, onClose, onDone }: DialogProps) {
  const w = useDeedWords()
  const [draft, setDraft] = useState<Draft>(EMPTY)
  const [on, setOn] = useState<string | null>(null)
  const [isAgeConfirmed, confirmAge] = useState(false)
  const body = { version: file.version, person: draft, on, isAgeConfirmed }
  return (
    <DeedDialog
      title={w('add_person.do')}
      lead={w('add_person.lead')}
      submit={w('save')}
      change={() => ({ address: `/api/households/${file.id}/people`, body })}
      onClose={onClose}
      onDone={onDone}
      about={problem => <Elsewhere problem={problem} file={file} draft={draft} onDone={onDone} />}
    >
      {errorOf => (
        <>
          <PersonFields
            draft={draft}
            change={part => setDraft(now => ({ ...now, ...part }))}
            errorOf={errorOf}
            max={file.today}
          />
          <DateField label={w('on')} isOptional value={on} max={file.today} error={errorOf('on')} onChange={setOn} />
          <AgeConfirmation draft={draft} today={file.today} value={isAgeConfirmed} onChange={confirmAge} />
        </>
      )}
    </DeedDialog>
  )
}

type Known = Readonly<{ householdId: number; fileNo: string; personId: number; name: string; access: string }>

/** The person is in another file: that file is offered, or the person is moved here. */
function Elsewhere({
  problem,
  file,
  draft,
  onDone,
}: Readonly<{ problem: ApiProblem; file: HouseholdFile; draft: Draft; onDone: (changed: Changed) => void }>) {
  const w = useDeedWords()
  const { client, href } = useOffice()
  const [isOpening, setOpening] = useState(false)
  if (problem.type !== 'known-person') return null
  const [known] = problem.details.people as Known[]
  const offers = (problem.details.offers ?? []) as string[]
  if (!known) return null
  const transfer = async () => {
    const body = {
      version: file.version,
      personId: known.personId,
      fromHouseholdId: known.householdId,
      role: draft.role,
      on: file.today,
    }
    onDone(await client.write<Changed>(`/api/households/${file.id}/people/transfer`, body))
  }
  return (
    <div className="actions">
      <span>{w('knownPerson', { no: known.fileNo })}</span>
      {known.access === 'read' && (
        <a className="button" href={href(`file/${known.householdId}`)}>
          {w('openOther')}
        </a>
      )}
      {known.access === 'open' && (
        <button type="button" className="button" onClick={() => setOpening(true)}>
          {w('openOther')}
        </button>
      )}
      {known.access === 'read' && offers.includes('transfer') && (
        <button type="button" className="button" onClick={() => void transfer()}>
          {w('transfer')}
        </button>
      )}
      {isOpening && <OpenDialog hit={known} onClose={() => setOpening(false)} onOpened={() => void transfer()} />}
    </div>
  )
}
