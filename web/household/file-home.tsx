import { lazy, Suspense, useState } from 'react'
import { HOUSEHOLD_ROLE, type HouseholdRole } from '../../api/applications/application-codes.rules.ts'
import type { HouseholdFile, PersonOfFile } from '../../api/households/household.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Busy } from '../ui/busy.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { ActionButton } from './action-button.tsx'
import { type DeedWord, useDeedWords } from './deed-words.ts'
import { FactsSection } from './facts-section.tsx'
import type { OpenDeed } from './file-deeds.ts'
import { type FileWord, useFileWords } from './file-words.ts'
import { nameOf } from './leaving-dialogs.tsx'

const OfficeMap = lazy(() => import('../map/office-map.tsx'))
const NO_POINTS: never[] = []
type Props = Readonly<{ file: HouseholdFile; open: OpenDeed }>

/** Who lives there, where, and what is known. */
export function FileHome({ file, open }: Props) {
  return (
    <div className="file-columns">
      <div>
        <PeopleSection file={file} open={open} />
        <FactsSection file={file} open={open} />
      </div>
      <AddressSection file={file} open={open} />
    </div>
  )
}

function PeopleSection({ file, open }: Props) {
  const w = useFileWords()
  const d = useDeedWords()
  const { format } = useOffice()
  return (
    <Section
      title={w('people')}
      count={file.people.filter(one => one.diedOn === null).length}
      action={
        <ActionButton
          why={file.actions.add_person}
          label={d('add_person.do')}
          onAct={() => open({ kind: 'add_person' })}
        />
      }
    >
      <ul className="file-people">
        {file.people.map(person => (
          <li key={person.id}>
            <PersonLine person={person} />
            <PersonActions file={file} person={person} open={open} />
          </li>
        ))}
      </ul>
      {file.formerPeople.length > 0 && (
        <details>
          <summary>{w('former')}</summary>
          <ul>
            {file.formerPeople.map(one => (
              <li key={`${one.personId} ${one.to}`}>
                {w('formerRow', { name: one.name ?? w('someone'), from: format.day(one.from), to: format.day(one.to) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  )
}

function PersonLine({ person }: Readonly<{ person: PersonOfFile }>) {
  const w = useFileWords()
  const { format, language } = useOffice()
  const role = HOUSEHOLD_ROLE[person.role as HouseholdRole]?.[language] ?? person.role
  const about = [role, w('age', { n: person.age }), w('born', { day: format.day(person.bornOn) }), person.nationalId]
  const guardian = person.guardians.find(one => one.to === null)
  return (
    <div>
      <strong>{nameOf(person)}</strong>{' '}
      {person.diedOn ? (
        <Tag>{w('died', { day: format.day(person.diedOn) })}</Tag>
      ) : (
        !person.isAdult && <Tag tone="info">{w('minor')}</Tag>
      )}
      <br />
      <span className="quiet">{about.join(' · ')}</span>
      {guardian && <div className="quiet">{w('guardian', { name: guardian.name })}</div>}
    </div>
  )
}

const OF_PERSON = ['correct_person', 'guardian', 'leave', 'death'] as const

function PersonActions({ file, person, open }: Props & Readonly<{ person: PersonOfFile }>) {
  const d = useDeedWords()
  const kinds = OF_PERSON.filter(kind => kind === 'correct_person' || person.diedOn === null)
  return (
    <div className="actions">
      {kinds.map(kind => (
        <ActionButton
          key={kind}
          isText
          why={file.actions[kind]}
          label={d(`${kind}.do` as DeedWord)}
          about={nameOf(person)}
          onAct={() => open({ kind, person })}
        />
      ))}
    </div>
  )
}

function AddressSection({ file, open }: Props) {
  const w = useFileWords()
  const d = useDeedWords()
  const { district, neighbourhood, street, doorNo, flatNo, description, quality, point } = file.address
  const [isMapShown] = useState(point !== null)
  const door = [doorNo, flatNo].filter(Boolean).join(' / ')
  return (
    <Section
      title={w('address')}
      action={<ActionButton why={file.actions.move} label={d('move.do')} onAct={() => open({ kind: 'move' })} />}
    >
      <p>
        {[street?.name, door].filter(Boolean).join(' ')}
        {description && <span className="file-note"> {description}</span>}
        <br />
        {neighbourhood.name}, {district.name}
      </p>
      {quality && (
        <p>
          <Tag icon="pin">{w(`quality.${quality}` as FileWord)}</Tag>
        </p>
      )}
      {isMapShown && point ? (
        <div className="file-map">
          <Suspense fallback={<Busy />}>
            <OfficeMap label={w('mapLabel')} points={NO_POINTS} pin={point} />
          </Suspense>
        </div>
      ) : (
        <p className="quiet">{w('noPoint')}</p>
      )}
    </Section>
  )
}
