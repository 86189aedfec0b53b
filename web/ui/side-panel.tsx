import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { IconButton } from './icon-button.tsx'

type Props = Readonly<{
  label: string
  /** Wide enough for a table, or a page of text. */
  width: 'page' | 'table'
  words: Readonly<{ close: string; taller: string; shorter: string }>
  onClose: () => void
  children: ReactNode
}>

/** The one panel that slides: beside the stage on a desk, a sheet from below on a phone. */
export function SidePanel({ label, width, words, onClose, children }: Props) {
  const [isTall, setTall] = useState(width === 'table')
  const panel = useRef<HTMLElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page takes the focus, a new figure does not
  useEffect(() => panel.current?.focus({ preventScroll: true }), [label])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
  }
  return (
    <section
      ref={panel}
      className={`side-panel side-panel-${width}${isTall ? ' is-tall' : ''}`}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <div className="side-panel-tools">
        <IconButton
          icon={isTall ? 'down' : 'up'}
          label={isTall ? words.shorter : words.taller}
          className="only-phone"
          onClick={() => setTall(!isTall)}
        />
        <IconButton icon="close" label={words.close} onClick={onClose} />
      </div>
      {children}
    </section>
  )
}
