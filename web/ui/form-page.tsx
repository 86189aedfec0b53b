import type { ReactNode, SyntheticEvent } from 'react'
import { ErrorSummary, type FormError } from './error-summary.tsx'

type Props = Readonly<{
  title: string
  lead?: ReactNode
  /** A new array (not the same again) is what makes the summary take the focus. */
  errors?: readonly FormError[]
  onSubmit: () => void
  /** Buttons under the form; the first is the main one, type="submit". */
  actions: ReactNode
  /** State of saving, beside the title. */
  status?: ReactNode
  children: ReactNode
}>

const NONE: readonly FormError[] = []

/** A page that is one form: title, what to mend, fields, buttons. */
export function FormPage({ title, lead, errors = NONE, onSubmit, actions, status, children }: Props) {
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form className="form form-page" onSubmit={submit} noValidate>
      <header className="page-head">
        <h1>{title}</h1>
        {status}
      </header>
      {lead && <p className="quiet">{lead}</p>}
      <ErrorSummary errors={errors} />
      {children}
      <div className="actions">{actions}</div>
    </form>
  )
}
