import type { SchemeSummary } from '../../api/scores/schemes.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Tag } from '../ui/tag.tsx'
import { useWords } from './words.ts'

/** Where a version stands: in force, to come, draft, former. */
export function SchemeState({ of, today }: Readonly<{ of: SchemeSummary; today: string }>) {
  const { format } = useOffice()
  const w = useWords()
  if (of.isInForce) return <Tag tone="good">{w('inForce')}</Tag>
  if (of.state === 'draft') return <Tag tone="wait">{w('state.draft')}</Tag>
  if (of.state === 'adopted' && of.effectiveFrom !== null && of.effectiveFrom > today)
    return <Tag tone="info">{w('toCome', { date: format.day(of.effectiveFrom) })}</Tag>
  return <Tag>{w(`state.${of.state}`)}</Tag>
}
