import { useState } from 'react'
import { FACTS, type FileFact, type HouseholdFile } from '../../api/households/household.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Section } from '../ui/section.tsx'
import { ActionButton } from './action-button.tsx'
import { useDeedWords } from './deed-words.ts'
import { useFactText } from './fact-text.tsx'
import { useFactWord, useFactWords } from './fact-words.ts'
import type { OpenDeed } from './file-deeds.ts'
import { useFileWords } from './file-words.ts'
import { nameOf } from './leaving-dialogs.tsx'

type Props = Readonly<{ file: HouseholdFile; open: OpenDeed }>

/** What is known, by topic, with who says so and since when; what no longer holds on request. */
export function FactsSection({ file, open }: Props) {
  const w = useFileWords()
  const f = useFactWords()
  const d = useDeedWords()
  const [isPastShown, showPast] = useState(false)
  const past = file.facts.filter(one => !one.holds)
  const shown = isPastShown ? file.facts : file.facts.filter(one => one.holds)
  return (
    <Section
      title={w('facts')}
      action={<ActionButton why={file.actions.fact} label={d('fact.do')} onAct={() => open({ kind: 'fact' })} />}
    >
      {file.facts.length === 0 && <p className="quiet">{w('noFacts')}</p>}
      {FACTS.filter(topic => shown.some(one => one.fact === topic)).map(topic => (
        <div key={topic}>
          <h3>{f(`fact.${topic}`)}</h3>
          <ul className="file-facts">
            {shown
              .filter(one => one.fact === topic)
              .map(one => (
                <FactRow key={one.id} file={file} fact={one} open={open} />
              ))}
          </ul>
        </div>
      ))}
      {past.length > 0 && (
        <button
          type="button"
          className="text-button"
          aria-expanded={isPastShown}
          onClick={() => showPast(!isPastShown)}
        >
          {isPastShown ? w('hidePast') : w('pastFacts', { n: past.length })}
        </button>
      )}
    </Section>
  )
}

function FactRow({ file, fact, open }: Props & Readonly<{ fact: FileFact }>) {
  const w = useFileWords()
  const word = useFactWord()
  const d = useDeedWords()
  const { format } = useOffice()
  const textOf = useFactText()
  const person = file.people.find(one => one.id === fact.personId)
  const text = textOf(fact.fact, fact.values)
  const when =
    fact.to === null
      ? w('since', { from: format.day(fact.from) })
      : w('span', { from: format.day(fact.from), to: format.day(fact.to) })
  const source = word(`provenance.${fact.provenance}`)
  const end = fact.end ? w(fact.end.kind === 'wrong' ? 'wrong' : 'ended', { reason: fact.end.reason }) : ''
  const file_ = fact.fromFile ? w('file', { no: fact.fromFile }) : ''
  return (
    <li className={fact.holds ? '' : 'is-past'}>
      <div>
        {person && <strong>{nameOf(person)}: </strong>}
        {text}
        <br />
        <span className="quiet">{[when, source, fact.by, file_, end].filter(Boolean).join(' · ')}</span>
        {fact.note && <p className="file-note">{fact.note}</p>}
      </div>
      {fact.holds && (
        <div className="actions">
          <ActionButton
            isText
            why={file.actions.fact}
            label={d('fact.correct')}
            about={text}
            onAct={() => open({ kind: 'correct_fact', fact })}
          />
          <ActionButton
            isText
            why={file.actions.fact}
            label={d('fact.end')}
            about={text}
            onAct={() => open({ kind: 'end_fact', fact })}
          />
        </div>
      )}
    </li>
  )
}
