import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { Busy } from '../ui/busy.tsx'
import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import type { KnownHousehold as Known } from './use-known-household.ts'
import { useWords } from './words.ts'

/** What is known of the household, beside the form. */
export function KnownHousehold({ known }: Readonly<{ known: Known }>) {
  const w = useWords()
  const { href } = useOffice()
  const { file, open, problem } = known
  return (
    <aside className="intake-known" aria-label={w('known.title')}>
      <Section title={w('known.title')}>
        {problem && <ProblemNotice problem={problem} />}
        {!file && !problem && <Busy label={w('known.loading')} />}
        {open && (
          <p className="intake-join" role="status">
            {w(open.status === 'before_commission' ? 'known.joinFrozen' : 'known.join', { id: open.id })}
          </p>
        )}
        {file && <FileFacts file={file} />}
        {file && (
          <div className="actions">
            <a className="button" href={href(`file/${file.id}`)}>
              {w('known.file')}
            </a>
            <a href={href('intake')}>{w('known.change')}</a>
          </div>
        )}
      </Section>
    </aside>
  )
}

function FileFacts({ file }: Readonly<{ file: HouseholdFile }>) {
  const w = useWords()
  const { format } = useOffice()
  const aid = file.aid.toSorted((a, b) => b.givenOn.localeCompare(a.givenOn))[0]
  const people = (
    <ul className="intake-people">
      {file.people.map(one => (
        <li key={one.id}>
          {one.givenName} {one.familyName} <span className="quiet">{one.diedOn ? w('known.died') : one.age}</span>
        </li>
      ))}
    </ul>
  )
  const { street, doorNo, flatNo, neighbourhood, district, description } = file.address
  const address = [
    neighbourhood.name,
    street?.name,
    [doorNo, flatNo].filter(Boolean).join('/'),
    description,
    district.name,
  ]
  return (
    <Facts
      items={[
        { term: w('receipt.file'), value: file.fileNo },
        { term: w('known.people'), value: people },
        { term: w('known.address'), value: address.filter(Boolean).join(', ') },
        { term: w('known.lastAid'), value: aid ? format.day(aid.givenOn) : w('known.noAid') },
      ]}
    />
  )
}
