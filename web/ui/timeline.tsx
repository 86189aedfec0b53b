import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type TimelineItem = Readonly<{
  id: string | number
  /** As it is written: 21.11.2026. */
  at: string
  title: ReactNode
  /** Who, and from where it is known. */
  source?: ReactNode
  body?: ReactNode
  icon?: IconName
}>

/** What happened, in the order given. */
export function Timeline({ label, items }: Readonly<{ label: string; items: readonly TimelineItem[] }>) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(item => (
        <li key={item.id}>
          <span className="timeline-mark">
            <Icon name={item.icon ?? 'dot'} size={16} />
          </span>
          <span className="timeline-at">{item.at}</span>
          <div>
            <strong>{item.title}</strong>
            {item.source && <small>{item.source}</small>}
            {item.body && <div className="timeline-body">{item.body}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
