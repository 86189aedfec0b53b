import { Tag } from '../ui/tag.tsx'
import { useWords } from './words.ts'

/** Points of the map and tags of the list agree on this. */
export type Lateness = 'urgent' | 'late' | 'soon' | 'plain'

const SOON_DAYS = 3

/** How pressing something is; `daysLate` counts past the day due and is negative before it. */
export function latenessOf({ isUrgent, daysLate }: Readonly<{ isUrgent: boolean; daysLate: number | null }>): Lateness {
  if (isUrgent) return 'urgent'
  if (daysLate === null) return 'plain'
  return daysLate > 0 ? 'late' : daysLate >= -SOON_DAYS ? 'soon' : 'plain'
}

/** The day due in a word: past, today, to come. */
export function DueTag({ daysLate }: Readonly<{ daysLate: number }>) {
  const w = useWords()
  if (daysLate > 0) return <Tag tone="alarm">{w('late', { n: daysLate })}</Tag>
  const words = daysLate === 0 ? w('dueToday') : w('dueIn', { n: -daysLate })
  return <Tag tone={daysLate >= -SOON_DAYS ? 'wait' : 'neutral'}>{words}</Tag>
}

export function UrgentTag() {
  const w = useWords()
  return (
    <Tag tone="alarm" icon="urgent">
      {w('urgent')}
    </Tag>
  )
}
