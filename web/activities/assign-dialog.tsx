import { useState } from 'react'
import type { Activity, Assigned, Inspector } from '../../api/activities/activities.contract.ts'
import { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { isWhy, useWhyWords } from '../office/why-words.ts'
import { Dialog } from '../ui/dialog.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  items: readonly Activity[]
  inspectors: readonly Inspector[]
  /** They are somebody's already: a reason is asked. */
  isAgain: boolean
  onClose: () => void
  /** Something was given: what is shown is old. */
  onDone: () => void
}>

/** To whom the chosen files go; who is full or away says so before, and what could not be given says why after. */
export function AssignDialog({ items, inspectors, isAgain, onClose, onDone }: Props) {
  const w = useWords()
  const say = useToast()
  const { format } = useOffice()
  const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Istanbul' })
  const [who, setWho] = useState<string | null>(null)
  const [second, setSecond] = useState('')
  const [reason, setReason] = useState('')
  const [isAsked, setAsked] = useState(false)
  const [refused, setRefused] = useState<Assigned['refused']>([])
  const give = useGive(isAgain)
  const needTwo = items.filter(item => item.needsTwo).length
  const press = async () => {
    setAsked(true)
    if (who === null || (isAgain && reason.trim().length < 3)) return
    const secondOfficerId = second === '' ? null : Number(second)
    const answer = await give.run({ items, officerId: Number(who), secondOfficerId, reason: reason.trim() })
    if (!answer) return
    if (answer.assigned.length > 0) {
      say(w('given', { n: answer.assigned.length }))
      onDone()
    }
    if (answer.refused.length === 0) onClose()
    else setRefused(answer.refused)
  }
  const loadOf = ({ openFiles, maximum, daysAway, absences }: Inspector) => {
    const load = w(openFiles >= maximum ? 'loadFull' : 'load', { n: openFiles, max: maximum })
    const now = absences.find(one => one.from <= today && today <= one.to)
    const away = now ? w('awayNow', { day: format.day(now.to) }) : daysAway > 0 ? w('away', { n: daysAway }) : ''
    return [load, away].filter(Boolean).join(' · ')
  }
  const title = w('assignTitle', { n: items.length })
  if (refused.length > 0) return <Refused title={title} refused={refused} items={items} onClose={onClose} />
  return (
    <Dialog title={title} onClose={onClose} width="wide">
      {inspectors.length === 0 && <p>{w('noInspectors')}</p>}
      <RadioGroup
        id="who"
        label={w('who')}
        options={inspectors.map(one => ({ value: String(one.id), label: one.name, help: loadOf(one) }))}
        value={who}
        error={isAsked && who === null ? w('chooseWho') : null}
        onChange={setWho}
      />
      {needTwo > 0 && (
        <SelectField
          label={w('second')}
          help={w('secondHelp', { n: needTwo })}
          placeholder={null}
          options={[
            { value: '', label: w('nobody') },
            ...inspectors
              .filter(one => String(one.id) !== who)
              .map(one => ({ value: String(one.id), label: one.name })),
          ]}
          value={second}
          onChange={setSecond}
        />
      )}
      {isAgain && (
        <TextArea
          id="reason"
          label={w('reason')}
          help={w('reasonHelp')}
          limit={500}
          value={reason}
          error={isAsked && reason.trim().length < 3 ? w('chooseReason') : null}
          onChange={setReason}
        />
      )}
      <ProblemNotice problem={give.problem} />
      <div className="actions">
        <button type="button" className="button" onClick={onClose}>
          {w('cancel')}
        </button>
        <button
          type="button"
          className="button is-main"
          disabled={give.isBusy || inspectors.length === 0}
          onClick={press}
        >
          {w('give')}
        </button>
      </div>
    </Dialog>
  )
}

type Giving = Readonly<{
  items: readonly Activity[]
  officerId: number
  secondOfficerId: number | null
  reason: string
}>

/** New files go together in one deed; files of somebody go one by one, each with its own history. */
function useGive(isAgain: boolean) {
  const { client } = useOffice()
  return useDeed(async ({ items, officerId, secondOfficerId, reason }: Giving): Promise<Assigned> => {
    const refs = items.map(({ id, version }) => ({ applicationId: id, version }))
    if (!isAgain) return client.write<Assigned>('/api/activities/assign', { items: refs, officerId, secondOfficerId })
    const done: Assigned = { assigned: [], refused: [] }
    for (const { applicationId, version } of refs) {
      try {
        const body = { officerId, secondOfficerId, version, reason }
        done.assigned.push(await client.write(`/api/applications/${applicationId}/reassign`, body))
      } catch (error) {
        const why = whyOf(error)
        if (!why) throw error
        done.refused.push({ applicationId, why })
      }
    }
    return done
  })
}

function whyOf(error: unknown): Assigned['refused'][number]['why'] | null {
  if (!(error instanceof ApiProblem)) return null
  if (error.type === 'conflict') return 'changed'
  if (error.type === 'not-found') return 'not_here'
  const why = error.details?.why
  return isWhy(why) ? (why as Assigned['refused'][number]['why']) : null
}

type RefusedProps = Readonly<{
  title: string
  refused: Assigned['refused']
  items: readonly Activity[]
  onClose: () => void
}>

function Refused({ title, refused, items, onClose }: RefusedProps) {
  const w = useWords()
  const why = useWhyWords()
  const nameOf = (id: number) => {
    const item = items.find(one => one.id === id)
    return item?.familyName ? w('householdOf', { name: item.familyName }) : (item?.fileNo ?? '')
  }
  return (
    <Dialog title={title} onClose={onClose} width="wide">
      <h3>{w('notGiven', { n: refused.length })}</h3>
      <ul className="refused">
        {refused.map(one => (
          <li key={one.applicationId}>
            <strong>{nameOf(one.applicationId)}</strong> {why(one.why)}
          </li>
        ))}
      </ul>
      <div className="actions">
        <button type="button" className="button is-main" onClick={onClose}>
          {w('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
