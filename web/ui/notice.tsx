import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

type Props = Readonly<{ children: ReactNode; action?: { label: string; onAct: () => void } | undefined }>

/** A line that says what happened and what to do next; what was on screen stays. */
export function Notice({ children, action }: Props) {
  return (
    <div className="notice" role="alert">
      <Icon name="warning" />
      <span>{children}</span>
      {action && (
        <button type="button" className="button" onClick={action.onAct}>
          {action.label}
        </button>
      )}
    </div>
  )
}

/** A whole room with nothing in it yet: what will be here and how to begin. */
export function EmptyRoom({
  title,
  text,
  commands,
}: Readonly<{ title: string; text: string; commands: readonly string[] }>) {
  return (
    <div className="empty-room">
      <h2>{title}</h2>
      <p>{text}</p>
      <Commands lines={commands} />
    </div>
  )
}

export function Commands({ lines }: Readonly<{ lines: readonly string[] }>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a line too long for a phone must be scrollable by keyboard
    <pre className="commands" tabIndex={0}>
      {lines.join('\n')}
    </pre>
  )
}
