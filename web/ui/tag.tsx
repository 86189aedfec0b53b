import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

export type Tone = 'neutral' | 'good' | 'wait' | 'alarm' | 'info'

const ICONS: Record<Tone, IconName> = { neutral: 'dot', good: 'check', wait: 'clock', alarm: 'warning', info: 'info' }

/** A state in a word with an icon; the tint only underlines what both say. */
export function Tag({
  tone = 'neutral',
  icon,
  children,
}: Readonly<{ tone?: Tone; icon?: IconName; children: ReactNode }>) {
  return (
    <span className={`tag is-${tone}`}>
      <Icon name={icon ?? ICONS[tone]} size={16} />
      {children}
    </span>
  )
}
