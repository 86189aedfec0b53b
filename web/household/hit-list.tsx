import type { Hit } from '../../api/households/search.contract.ts'
import { Tag } from '../ui/tag.tsx'
import { useCodeWords } from './status-words.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ hits: readonly Hit[]; onChoose: (hit: Hit) => void; note?: (hit: Hit) => string }>

/** Files found, each a button; those that may not be opened say why. */
export function HitList({ hits, onChoose, note }: Props) {
  return (
    <ul className="household-hits">
      {hits.map(hit => (
        <li key={`${hit.householdId} ${hit.personId}`}>
          <HitButton hit={hit} onChoose={onChoose} note={note?.(hit) ?? ''} />
        </li>
      ))}
    </ul>
  )
}

function HitButton({ hit, onChoose, note }: Readonly<{ hit: Hit; onChoose: (hit: Hit) => void; note: string }>) {
  const w = useWords()
  const code = useCodeWords()
  const where = [hit.neighbourhood, hit.district].filter(Boolean).join(', ')
  const about = [
    hit.birthYear === null ? '' : w('born', { year: hit.birthYear }),
    hit.nationalIdMasked ?? '',
    hit.hasDied ? w('died') : '',
  ]
  const rest = [where, w('members', { n: hit.members }), hit.fileNo, note]
  const isShut = hit.access === 'relative' || hit.access === 'closed'
  return (
    <button type="button" disabled={isShut} onClick={() => onChoose(hit)}>
      <span className="household-hit-name">
        <strong>{hit.name}</strong> <span className="quiet">{about.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="quiet">{rest.filter(Boolean).join(' · ')}</span>
      <span className="household-hit-tags">
        {hit.joinedIntoId !== null && <Tag>{w('joined')}</Tag>}
        {hit.isDissolved && hit.joinedIntoId === null && <Tag>{w('dissolved')}</Tag>}
        {hit.access !== 'relative' && (
          <Tag tone={hit.status === null ? 'neutral' : 'info'}>
            {hit.status === null ? w('noApplication') : code('status', hit.status)}
          </Tag>
        )}
        {hit.access === 'open' && (
          <Tag tone="wait" icon="lock">
            {w('needsGround')}
          </Tag>
        )}
        {hit.access === 'relative' && <Tag icon="lock">{w('relative')}</Tag>}
        {hit.access === 'closed' && <Tag icon="lock">{w('closed')}</Tag>}
      </span>
    </button>
  )
}
