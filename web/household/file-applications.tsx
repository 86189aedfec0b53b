import { CHANNEL, type Channel } from '../../api/applications/application-codes.rules.ts'
import type { ApplicationOfFile } from '../../api/households/file-application.contract.ts'
import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { useDeskWords } from '../intake/desk-words.ts'
import { useOffice } from '../office/use-office.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { type FileWord, useFileWords } from './file-words.ts'
import { PastScoreButton } from './past-score.tsx'
import { useCodeWords } from './status-words.ts'

/** Every application with what came of it, newest first. */
export function ApplicationsTab({ file }: Readonly<{ file: HouseholdFile }>) {
  const w = useFileWords()
  if (file.applications.length === 0) return <EmptyState title={w('noApplications')} />
  return file.applications.map(one => <Application key={one.id} of={one} />)
}

function Application({ of: one }: Readonly<{ of: ApplicationOfFile }>) {
  const w = useFileWords()
  const code = useCodeWords()
  const desk = useDeskWords()
  const { format, language, href, may } = useOffice()
  const channel = CHANNEL[one.channel as Channel]?.[language] ?? one.channel
  const lira = (kurus: number) => `${format.number(kurus / 100, 2)} TL`
  const names = one.requests.map(request => {
    const name = code('aid', request.aidType)
    return request.withdrawnOn ? w('withdrawnRequest', { name }) : name
  })
  const items = [
    { term: w('requests'), value: names.join(', ') || '–' },
    ...one.inspections.map(visit => ({
      term: w('inspectionRow'),
      value: <a href={href(`inspection/${visit.id}`)}>{format.day(visit.visitedOn)}</a>,
      note: visit.inspector ?? '',
    })),
    ...one.scores.map(score => ({
      term: w('scored', { day: format.day(score.scoredOn) }),
      value: <PastScoreButton id={score.id} label={w('scoreRow', { total: format.number(score.total, 1) })} />,
      note: score.scheme,
    })),
    ...one.decisions.map(decision => ({
      term: w('decisionRow'),
      value: code('outcome', decision.outcome),
      note: [
        format.day(decision.decidedOn),
        decision.aidType ? code('aid', decision.aidType) : '',
        decision.amountKurus === null ? '' : lira(decision.amountKurus),
        decision.months === null ? '' : w('months', { n: decision.months }),
        decision.reason ?? '',
      ]
        .filter(Boolean)
        .join(' · '),
    })),
    ...(one.documents.length > 0
      ? [
          {
            term: w('papers'),
            value: one.documents
              .map(paper => `${paper.name[language]}: ${w(`paper.${paper.state}` as FileWord)}`)
              .join(', '),
          },
        ]
      : []),
  ]
  return (
    <Section
      title={w('application', { day: format.day(one.receivedOn) })}
      action={
        <span className="actions">
          {one.isUrgent && <Tag tone="alarm">{w('urgent')}</Tag>}
          <Tag tone={one.isOpen ? 'wait' : 'neutral'}>{code('status', one.status)}</Tag>
          {may('application.change') && <a href={href(`intake/application/${one.id}`)}>{desk('open')}</a>}
        </span>
      }
    >
      <p className="quiet">
        {[channel, one.referenceNo, one.replyBy ? w('replyBy', { day: format.day(one.replyBy) }) : '', one.assignedTo]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Facts items={items} />
    </Section>
  )
}
