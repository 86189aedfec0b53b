import type { ReactNode } from 'react'

export type Fact = Readonly<{ term: string; value: ReactNode; note?: ReactNode }>

/** What is known, as terms and values side by side; `note` says since when and from where. */
export function Facts({ items }: Readonly<{ items: readonly Fact[] }>) {
  return (
    <dl className="facts">
      {items.map(({ term, value, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a term may stand twice, and the order is what tells the two apart
        <div key={`${at} ${term}`}>
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
