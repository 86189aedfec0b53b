import { type MouseEvent, useEffect, useRef } from 'react'
import { useUiWords } from './ui-words.ts'

/** `field` is the id of the field to mend, null where it is of the whole form. */
export type FormError = Readonly<{ field: string | null; text: string }>

type Props = Readonly<{ errors: readonly FormError[]; title?: string }>

/** What keeps a form from being sent, at its top, each linked to its field; takes the focus whenever it says something new. */
export function ErrorSummary({ errors, title }: Props) {
  const w = useUiWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (errors.length > 0) box.current?.focus()
  }, [errors])
  if (errors.length === 0) return null
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? w('summary.title')}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field} ${text}`}>{field ? <ErrorLink field={field} text={text} /> : text}</li>
        ))}
      </ul>
    </div>
  )
}

function ErrorLink({ field, text }: Readonly<{ field: string; text: string }>) {
  const goToField = (event: MouseEvent) => {
    const target = document.getElementById(field)
    if (!target) return
    event.preventDefault()
    target.scrollIntoView({ block: 'center' })
    target.focus({ preventScroll: true })
  }
  return (
    <a href={`#${field}`} onClick={goToField}>
      {text}
    </a>
  )
}
