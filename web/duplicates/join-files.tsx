import { type FormEvent, useState } from 'react'
import type { Duplicate } from '../../api/duplicates/duplicates.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { CheckGroup } from '../ui/check-group.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Section } from '../ui/section.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

/** Joins two files decided to be one household: which stays, and who is who. */
export function JoinFiles({ of: pair, onJoined }: Readonly<{ of: Duplicate; onJoined: () => void }>) {
  const w = useWords()
  const toast = useToast()
  const { client, go } = useOffice()
  const [keep, setKeep] = useState(String(pair.files[0]?.householdId ?? ''))
  const [same, setSame] = useState(pair.matched.map(({ a }) => String(a)))
  const nameOf = (id: number) => {
    const person = pair.files.flatMap(file => file.people).find(one => one.id === id)
    return person ? `${person.givenName} ${person.familyName}` : ''
  }
  const join = useDeed(async () => {
    const stays = pair.files.find(file => String(file.householdId) === keep)
    const other = pair.files.find(file => String(file.householdId) !== keep)
    if (!stays || !other) return
    const isFirst = stays === pair.files[0]
    const samePeople = pair.matched
      .filter(({ a }) => same.includes(String(a)))
      .map(({ a, b }) => (isFirst ? { keepId: a, dropId: b } : { keepId: b, dropId: a }))
    await client.write(`/api/households/${stays.householdId}/join`, {
      version: stays.version,
      otherId: other.householdId,
      otherVersion: other.version,
      why: 'duplicate',
      on: new Date().toLocaleDateString('sv', { timeZone: 'Europe/Istanbul' }),
      reason: pair.reason || w('joinReason'),
      samePeople,
    })
    toast(w('joinDone'))
    onJoined()
    go(`file/${stays.householdId}`)
  })
  return (
    <Section title={w('joinTitle')}>
      <form
        className="form"
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void join.run()
        }}
      >
        <p className="quiet">{w('joinText')}</p>
        <ProblemNotice problem={join.problem} />
        <RadioGroup
          label={w('keep')}
          options={pair.files.map(file => ({
            value: String(file.householdId),
            label: w('file', { no: file.fileNo }),
            help: file.address,
          }))}
          value={keep}
          onChange={setKeep}
        />
        {pair.matched.length > 0 && (
          <CheckGroup
            label={w('samePeople')}
            help={w('samePeopleHelp')}
            options={pair.matched.map(({ a, b }) => ({ value: String(a), label: `${nameOf(a)} = ${nameOf(b)}` }))}
            value={same}
            onChange={setSame}
          />
        )}
        <div className="actions">
          <button type="submit" className="button is-main" disabled={join.isBusy}>
            {w('join')}
          </button>
        </div>
      </form>
    </Section>
  )
}
