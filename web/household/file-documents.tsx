import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { useFileWords } from './file-words.ts'

/** Copies of papers, and photos; what was removed stays named with the reason. */
export function DocumentsTab({ file }: Readonly<{ file: HouseholdFile }>) {
  const w = useFileWords()
  const { format } = useOffice()
  if (file.attachments.length === 0) return <EmptyState title={w('noDocuments')} />
  return (
    <ul className="file-facts">
      {file.attachments.map(one => (
        <li key={one.id} className={one.isRemoved ? 'is-past' : ''}>
          <div>
            <strong>{one.caption || one.fileName}</strong>
            <br />
            <span className="quiet">
              {[
                one.documentCode,
                format.day(one.addedAt),
                one.by,
                one.isRemoved ? w('removed', { reason: one.removedReason ?? '' }) : '',
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          {!one.isRemoved && (
            <div className="actions">
              <a className="button" href={`/api/attachments/${one.id}/content`} target="_blank" rel="noreferrer">
                {w('openDocument')}
              </a>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
