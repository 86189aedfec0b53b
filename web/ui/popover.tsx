import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'

type Props = Readonly<{
  /** Content of the button that opens it. */
  button: ReactNode
  label?: string
  className?: string
  role?: 'dialog' | 'listbox'
  children: (close: () => void) => ReactNode
}>

/** A button and what opens under it. Escape and a click elsewhere close it; focus goes back to the button. */
export function Popover({ button, label, className = '', children }: Props) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const trigger = useRef<HTMLButtonElement>(null)
  const id = useId()
  const close = () => {
    setOpen(false)
    trigger.current?.focus()
  }
  useDismissal(box, isOpen, setOpen, close)
  return (
    <div className={`popover ${className}`} ref={box}>
      <button
        type="button"
        ref={trigger}
        className="popover-button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={label}
        onClick={() => setOpen(!isOpen)}
      >
        {button}
      </button>
      {isOpen && (
        <div className="popover-card" id={id} role="dialog" aria-label={label}>
          {children(close)}
        </div>
      )}
    </div>
  )
}

function useDismissal(
  box: RefObject<HTMLDivElement | null>,
  isOpen: boolean,
  setOpen: (open: boolean) => void,
  close: () => void,
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: listeners live as long as it is open
  useEffect(() => {
    if (!isOpen) return
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false)
    }
    const onEscape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      close()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    box.current?.addEventListener('keydown', onEscape)
    const inside = box.current
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      inside?.removeEventListener('keydown', onEscape)
    }
  }, [isOpen])
}
