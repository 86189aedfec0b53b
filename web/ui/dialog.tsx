import { type ReactNode, useEffect, useId, useRef } from 'react'
import { IconButton } from './icon-button.tsx'
import { useUiWords } from './ui-words.ts'

type Props = Readonly<{
  title: string
  /** Escape, the cross, or nothing: whoever renders it takes it away. */
  onClose: () => void
  width?: 'narrow' | 'wide'
  children: ReactNode
}>

const FIELDS = 'input:not([type="hidden"], :disabled), select:not(:disabled), textarea:not(:disabled)'

/** A question over the page (native <dialog>): it is open while it is rendered; the focus goes back where it was. */
export function Dialog({ title, onClose, width = 'narrow', children }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  const w = useUiWords()
  useEffect(() => {
    const before = document.activeElement
    if (!box.current?.open) box.current?.showModal()
    // The browser would take the cross; whoever opened it wants to answer, or to read.
    const first = box.current?.querySelector<HTMLElement>(FIELDS) ?? box.current?.querySelector('h2')
    first?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={box}
      className={`dialog is-${width}`}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={event => event.key === 'Escape' && event.stopPropagation()}
    >
      <div className="dialog-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <IconButton icon="close" label={w('close')} onClick={onClose} />
      </div>
      {children}
    </dialog>
  )
}
