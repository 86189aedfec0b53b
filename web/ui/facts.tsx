import type { ReactNode } from 'react'

export type Fact = Readonly<{ term: string; value: ReactNode; note?: ReactNode }>

/** What is known, as terms and values side by side; `note` says since when and from where. */
export function Facts({ items }: Readonly<{ items: readonly Fact[] }>) {
  return (
    <dl className="facts">
      {items.map(({ term, value, note }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            {value}
            {note && <small>{note}</small>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
