import { answerKey } from '../../api/inspections/form-condition.rules.ts'
import type { FormDefinition } from '../../api/inspections/form-definition.contract.ts'
import type { ControlEntry, InspectionView } from '../../api/inspections/inspection.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { Facts } from '../ui/facts.tsx'
import { PageHead, Section } from '../ui/section.tsx'
import { Tag, type Tone } from '../ui/tag.tsx'
import { Timeline } from '../ui/timeline.tsx'
import { useWords } from './words.ts'

const TONES = { open: 'wait', awaiting: 'info', returned: 'alarm', passed: 'good' } as const satisfies Record<
  InspectionView['control'],
  Tone
>

/** Whose household, how far, who inspects; the family's address heads it, not a number. */
export function InspectionHead({ view }: Readonly<{ view: InspectionView }>) {
  const w = useWords()
  const { href, format, may } = useOffice()
  const { household, application } = view
  return (
    <>
      <PageHead
        title={w('title')}
        lead={
          <>
            {household.address}{' '}
            {may('household.read') && (
              <a className="inspection-link" href={href(`file/${household.id}`)}>
                {w('file', { no: household.fileNo })}
              </a>
            )}
          </>
        }
      >
        <Tag tone={TONES[view.control]}>{w(`control.${view.control}`)}</Tag>
        {application.isUrgent && (
          <Tag tone="alarm" icon="urgent">
            {w('urgent')}
          </Tag>
        )}
        {view.visit.mode === 'telephone' && (
          <Tag tone="info" icon="phone">
            {w('byTelephone')}
          </Tag>
        )}
      </PageHead>
      <details className="inspection-facts">
        <summary>{w('visit')}</summary>
        <Facts
          items={[
            {
              term: w('visitedOn'),
              value: format.day(view.visit.visitedOn),
              ...(view.phoneReason ? { note: view.phoneReason } : {}),
            },
            { term: w('place'), value: placeWord(view, w) },
            { term: w('inspector'), value: view.inspector?.name ?? w('none') },
            ...(application.needsTwoInspectors
              ? [{ term: w('second'), value: view.secondInspector?.name ?? w('none') }]
              : []),
            { term: w('form'), value: view.formVersion ?? w('none') },
          ]}
        />
        {view.history.length > 0 && <History entries={view.history} />}
      </details>
    </>
  )
}

function placeWord(view: InspectionView, w: ReturnType<typeof useWords>): string {
  if (view.atHousehold === null) return w('placeUnknown')
  const where = w(view.atHousehold ? 'atHousehold' : 'elsewhere')
  return view.accuracyM === null ? where : `${where} (${w('accuracy', { m: Math.round(view.accuracyM) })})`
}

function History({ entries }: Readonly<{ entries: readonly ControlEntry[] }>) {
  const w = useWords()
  const { format } = useOffice()
  return (
    <Timeline
      label={w('history')}
      items={entries.map(one => ({
        id: one.id,
        at: format.day(one.at),
        title: w(`action.${one.action}`),
        source: one.officer.name,
        body: (
          <>
            {one.note && <p dir="auto">{one.note}</p>}
            {one.questions.map(({ question, person, text }) => (
              <p key={`${question} ${person} ${text}`} dir="auto">
                {text}
              </p>
            ))}
          </>
        ),
      }))}
    />
  )
}

type ReturnedProps = Readonly<{
  view: InspectionView
  definition: FormDefinition
  /** Opens the question asked about. */
  onOpen: (section: string, key: string) => void
}>

/** What the chief asked, on top, until it is sent again. */
export function ReturnedQuestions({ view, definition, onOpen }: ReturnedProps) {
  const w = useWords()
  const { language } = useOffice()
  const last = view.history.findLast(one => one.action === 'return')
  if (view.control !== 'returned' || !last) return null
  const nameOf = (person: string | null) => view.visit.members.find(one => one.ref === person)?.name
  const placeOf = (question: string | null) =>
    definition.sections
      .flatMap(section => section.blocks.flatMap(block => block.questions.map(one => ({ section: section.id, one }))))
      .find(({ one }) => one.id === question)
  return (
    <Section title={w('returnedWith')} count={last.questions.length}>
      <ul className="plain-list">
        {last.questions.map(({ question, person, text }) => {
          const place = placeOf(question)
          return (
            <li key={`${question} ${person} ${text}`}>
              {place && (
                <button
                  type="button"
                  className="text-button"
                  onClick={() => onOpen(place.section, answerKey(place.one.id, person))}
                >
                  {[nameOf(person), place.one.label[language]].filter(Boolean).join(': ')}
                </button>
              )}{' '}
              <span dir="auto">{text}</span>
            </li>
          )
        })}
      </ul>
      {last.note && <p dir="auto">{last.note}</p>}
    </Section>
  )
}
