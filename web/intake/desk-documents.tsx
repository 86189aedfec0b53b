import type { ApplicationView } from '../../api/applications/application.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import type { DeskPart } from './application-desk.tsx'
import { useDeskWords } from './desk-words.ts'

/** Papers asked for and how far they are. */
export function DeskDocuments({ view, change, ask }: DeskPart) {
  const w = useDeskWords()
  const set = useDeed((code: string, state: 'seen' | 'missing') => change(`documents/${code}`, { state }, 'PUT'))
  const isOpen = view.whyUnchangeable === null
  return (
    <Section title={w('documents')} count={view.documents.filter(one => one.state === 'missing').length}>
      <ProblemNotice problem={set.problem} />
      <ul className="intake-papers">
        {view.documents.map(one => (
          <li key={one.code}>
            <Paper paper={one} />
            {isOpen && (
              <span className="actions">
                <button
                  type="button"
                  className="button"
                  disabled={set.isBusy}
                  aria-label={`${w(one.state === 'missing' ? 'seen' : 'missing')}: ${one.name}`}
                  onClick={() => void set.run(one.code, one.state === 'missing' ? 'seen' : 'missing')}
                >
                  {w(one.state === 'missing' ? 'seen' : 'missing')}
                </button>
                {one.state === 'missing' && (
                  <button
                    type="button"
                    className="button"
                    aria-label={`${w('waive')}: ${one.name}`}
                    onClick={() =>
                      ask({
                        title: w('reason.waive', { name: one.name }),
                        limit: 500,
                        act: reason => change(`documents/${one.code}`, { state: 'waived', reason }, 'PUT'),
                      })
                    }
                  >
                    {w('waive')}
                  </button>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

function Paper({ paper }: Readonly<{ paper: ApplicationView['documents'][number] }>) {
  const w = useDeskWords()
  const tone = paper.state === 'missing' ? (paper.isRequired ? 'wait' : 'neutral') : 'good'
  return (
    <div>
      <strong>{paper.name}</strong> <Tag tone={tone}>{w(`state.${paper.state}`, { reason: paper.reason ?? '' })}</Tag>
      <br />
      <span className="quiet">{paper.how}</span>
    </div>
  )
}
