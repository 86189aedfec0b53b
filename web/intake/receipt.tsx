import { useEffect, useRef } from 'react'
import type { ApplicationView } from '../../api/applications/application.contract.ts'
import type { Submitted } from '../../api/applications/submission.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { Busy } from '../ui/busy.tsx'
import { Facts } from '../ui/facts.tsx'
import { Section } from '../ui/section.tsx'
import { useDeskWords } from './desk-words.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ id: number; submitted?: Submitted }>

/** What was recorded, and the papers to bring, to print for the applicant. */
export function Receipt({ id, submitted }: Props) {
  const w = useWords()
  const desk = useDeskWords()
  const { href, format } = useOffice()
  const title = useRef<HTMLHeadingElement>(null)
  const view = useRead<ApplicationView>(`/api/applications/${id}`)
  const isHere = view.data !== undefined
  useEffect(() => {
    if (isHere) title.current?.focus()
  }, [isHere])
  if (view.problem) return <ProblemNotice problem={view.problem} onRetry={view.reload} />
  if (!view.data) return <Busy />
  const { household, replyBy, documents, requests } = view.data
  const missing = documents.filter(one => one.state === 'missing')
  const nameOf = (aidType: string) => requests.find(one => one.aidType === aidType)?.name ?? aidType
  const leftOut = submitted?.requestsLeftOut ?? []
  const added = submitted
    ? submitted.requestsAdded.map(nameOf)
    : requests.filter(one => !one.withdrawnOn).map(one => one.name)
  return (
    <div className="page intake-receipt">
      <h1 ref={title} tabIndex={-1}>
        {w(submitted?.joined ? 'receipt.joined' : 'receipt.title')}
      </h1>
      <Facts
        items={[
          { term: w('receipt.no'), value: <strong className="intake-number">{id}</strong> },
          { term: w('receipt.file'), value: household.fileNo },
          { term: w('receipt.replyBy'), value: replyBy ? format.day(replyBy) : '–' },
          { term: w('receipt.added'), value: added.join(', ') || '–' },
          ...(leftOut.length > 0
            ? [
                {
                  term: w(leftOut[0]?.why === 'frozen' ? 'receipt.frozen' : 'receipt.leftOut'),
                  value: leftOut.map(one => nameOf(one.aidType)).join(', '),
                },
              ]
            : []),
        ]}
      />
      {submitted !== undefined && submitted.duplicates > 0 && (
        <p className="no-print">{w('receipt.duplicates', { n: submitted.duplicates })}</p>
      )}
      <Section title={w('receipt.missing')} count={missing.length}>
        {missing.length === 0 && <p>{w('receipt.nothingMissing')}</p>}
        <ul className="intake-missing">
          {missing.map(one => (
            <li key={one.code}>
              <strong>{one.name}</strong> {!one.isRequired && `(${w('documents.helps')})`}
              <br />
              {one.how}
            </li>
          ))}
        </ul>
      </Section>
      <div className="actions no-print">
        <button type="button" className="button is-main" onClick={() => print()}>
          {w('receipt.print')}
        </button>
        <a className="button" href={href('intake')}>
          {w('receipt.next')}
        </a>
        <a className="button" href={href(`intake/application/${id}`)}>
          {desk('open')}
        </a>
        <a className="button" href={href(`file/${household.id}`)}>
          {w('receipt.toFile')}
        </a>
      </div>
      <p className="quiet no-print">{w('receipt.advice')}</p>
    </div>
  )
}
