import type { ReactNode } from 'react'

type Props = Readonly<{ title: string; text?: ReactNode; children?: ReactNode }>

/** Nothing here: what will be, and how to begin. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className="empty-state">
      <h2>{title}</h2>
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
