import { type ReactNode, useId } from 'react'

type Props = Readonly<{ title: string; count?: number; action?: ReactNode; children: ReactNode }>

/** A part of a page under its own heading. */
export function Section({ title, count, action, children }: Props) {
  const id = useId()
  return (
    <section className="section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>
          {title}
          {count !== undefined && <span className="count">{count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}

/** The head of a page: its title, what it says in a line, what can be done. */
export function PageHead({
  title,
  lead,
  children,
}: Readonly<{ title: ReactNode; lead?: ReactNode; children?: ReactNode }>) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="quiet">{lead}</p>}
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  )
}
