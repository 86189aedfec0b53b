import type { ReactNode } from 'react'

type Props = Readonly<{
  title: string
  text?: ReactNode
  children?: ReactNode
  /** It is all there is on the page: its title is the page's. */
  isPage?: boolean
}>

/** Nothing here: what will be, and how to begin. */
export function EmptyState({ title, text, children, isPage }: Props) {
  return (
    <div className="empty-state">
      {isPage ? <h1>{title}</h1> : <h2>{title}</h2>}
      {text && <p>{text}</p>}
      {children}
    </div>
  )
}
