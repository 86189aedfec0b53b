import { type FormEvent, type ReactNode, useState } from 'react'
import type { Changed } from '../../api/households/change.contract.ts'
import type { ApiProblem } from '../app/api.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Notice } from '../ui/notice.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDeedWords } from './deed-words.ts'

type Props = Readonly<{
  title: string
  lead?: string
  submit: string
  /** Address and body of the change. */
  change: () => { address: string; body: unknown }
  onClose: () => void
  /** The change was made. */
  onDone: (changed: Changed) => void
  /** What stands in the way of a field, as the server said. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode
  /** More to say of a problem. */
  about?: (problem: ApiProblem) => ReactNode
}>

/** One change of a file in a dialog: what was typed stays until it is done. */
export function DeedDialog({ title, lead, submit, change, onClose, onDone, children, about }: Props) {
  const w = useDeedWords()
  const say = useToast()
  const { client } = useOffice()
  const [isTried, setTried] = useState(false)
  const deed = useDeed(async () => {
    setTried(true)
    const { address, body } = change()
    const changed = await client.write<Changed>(address, body)
    say(w('done'))
    onDone(changed)
  })
  const fields = isTried ? fieldsOf(deed.problem, w('fill')) : []
  const errorOf = (field: string) => fields.find(one => one.field === field || one.field.endsWith(`.${field}`))?.why
  return (
    <Dialog title={title} onClose={onClose} width="wide">
      <form
        className="form"
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          void deed.run()
        }}
      >
        {lead && <p className="quiet">{lead}</p>}
        {fields.length > 0 ? <Faults of={fields} /> : <ProblemNotice problem={deed.problem} />}
        {deed.problem && about?.(deed.problem)}
        {children(errorOf)}
        <div className="actions">
          <button type="submit" className="button is-main" disabled={deed.isBusy}>
            {submit}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

/** What to mend, in sentences: the fields themselves carry them too. */
function Faults({ of: faults }: Readonly<{ of: readonly Fault[] }>) {
  return (
    <Notice>
      {[...new Set(faults.map(one => one.why))].map(why => (
        <span key={why} className="file-fault">
          {why}
        </span>
      ))}
    </Notice>
  )
}

type Fault = Readonly<{ field: string; why: string }>

/** Faults of the law of the file carry a code and a sentence; what only lacks a value is said in plain words. */
function fieldsOf(problem: ApiProblem | null, fill: string): readonly Fault[] {
  const fields = problem?.details.fields
  if (!Array.isArray(fields)) return []
  return (fields as (Fault & { code?: string })[]).map(({ field, why, code }) => ({ field, why: code ? why : fill }))
}
