import { useState } from 'react'
import type { Options } from '../../api/applications/application.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { useWhyWords } from '../office/why-words.ts'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import type { DeskPart } from './application-desk.tsx'
import { useDeskWords } from './desk-words.ts'

/** What is asked for: withdrawn with a reason, added with the papers it needs. */
export function DeskRequests({ view, change, ask }: DeskPart) {
  const w = useDeskWords()
  const why = useWhyWords()
  const { format } = useOffice()
  const isOpen = view.whyUnchangeable === null
  return (
    <Section title={w('requests')} count={view.requests.filter(one => one.withdrawnOn === null).length}>
      {view.whyUnchangeable && <p className="quiet">{why(view.whyUnchangeable)}</p>}
      <ul className="intake-hits">
        {view.requests.map(one => (
          <li key={one.id}>
            <div>
              <strong>{one.name}</strong> <span className="quiet">{format.day(one.addedOn)}</span>
              {one.note && <p>{one.note}</p>}
              {one.withdrawnOn && <p className="quiet">{w('withdrawn', { reason: one.withdrawnReason ?? '' })}</p>}
            </div>
            {isOpen && one.withdrawnOn === null && (
              <button
                type="button"
                className="button"
                aria-label={`${w('withdrawRequest')}: ${one.name}`}
                onClick={() =>
                  ask({
                    title: w('reason.withdrawRequest', { name: one.name }),
                    limit: 500,
                    act: reason => change(`requests/${one.id}/withdraw`, { reason }),
                  })
                }
              >
                {w('withdrawRequest')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {isOpen && <AddRequest view={view} change={change} />}
    </Section>
  )
}

function AddRequest({ view, change }: Pick<DeskPart, 'view' | 'change'>) {
  const w = useDeskWords()
  const options = useRead<Options>('/api/applications/options')
  const [aidType, setAidType] = useState('')
  const add = useDeed(async () => {
    await change('requests', { aidType })
    setAidType('')
  })
  const asked = view.requests.filter(one => one.withdrawnOn === null).map(one => one.aidType)
  const free = (options.data?.aidTypes ?? []).filter(one => !asked.includes(one.code))
  return (
    <>
      <ProblemNotice problem={add.problem} />
      <div className="intake-row">
        <SelectField
          label={w('add')}
          options={free.map(one => ({ value: one.code, label: one.name }))}
          value={aidType}
          onChange={setAidType}
        />
        <div className="actions">
          <button
            type="button"
            className="button"
            disabled={aidType === '' || add.isBusy}
            onClick={() => void add.run()}
          >
            {w('addAct')}
          </button>
        </div>
      </div>
    </>
  )
}
