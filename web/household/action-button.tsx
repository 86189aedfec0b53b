import { isWhy, useWhyWords } from '../office/why-words.ts'

type Props = Readonly<{
  /** Null: open; otherwise the key of the reason. */
  why: string | null | undefined
  label: string
  /** What it is done to, for a screen reader. */
  about?: string
  isText?: boolean
  onAct: () => void
}>

/** A button that says why it is closed; what the role never does is not shown at all. */
export function ActionButton({ why, label, about, isText = false, onAct }: Props) {
  const w = useWhyWords()
  if (why === 'wrong_role') return null
  const reason = why && isWhy(why) ? w(why) : (why ?? undefined)
  return (
    <button
      type="button"
      className={isText ? 'text-button' : 'button'}
      aria-label={about ? `${label}: ${about}` : undefined}
      aria-disabled={why ? true : undefined}
      title={reason}
      onClick={() => !why && onAct()}
    >
      {label}
      {reason && <span className="unseen"> ({reason})</span>}
    </button>
  )
}
