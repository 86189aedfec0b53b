import { useState } from 'react'
import type { TakenWeb, WebDetail, WebItem } from '../../api/web-applications/web-application.contract.ts'
import { DECLINE_ANSWERS, type DeclineAnswer } from '../../api/web-applications/web-application.rules.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { useRead } from '../office/use-read.ts'
import { uuid } from '../office/uuid.ts'
import { Busy } from '../ui/busy.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Facts } from '../ui/facts.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ item: WebItem; nameOf: (code: string) => string; onDone: () => void }>

/** What one citizen sent; taken as a draft, or answered and closed. */
export function WebDetailView({ item, nameOf, onDone }: Props) {
  const w = useWords()
  const { client, go, format } = useOffice()
  const [isDeclining, setDeclining] = useState(false)
  const detail = useRead<WebDetail>(`/api/web-applications/${item.id}`)
  const take = useDeed(async (version: number) => {
    const { draftId } = await client.write<TakenWeb>(`/api/web-applications/${item.id}/take`, {
      version,
      draftId: uuid(),
    })
    go(`intake/${draftId}`)
  })
  if (detail.problem) return <ProblemNotice problem={detail.problem} onRetry={detail.reload} />
  if (!detail.data) return <Busy />
  const { sent, trackingNo, item: now } = detail.data
  return (
    <div className="web-detail">
      <Facts
        items={[
          { term: w('phone'), value: <a href={`tel:${sent.phone.replace(/[^+\d]/g, '')}`}>{sent.phone}</a> },
          { term: w('nationalId'), value: sent.nationalId },
          { term: w('bornOn'), value: format.day(sent.bornOn) },
          { term: w('address'), value: sent.address },
          { term: w('people'), value: sent.people },
          { term: w('requests'), value: sent.requests.map(nameOf).join(', ') },
          { term: w('note'), value: sent.note || '–' },
          { term: w('trackingNo'), value: trackingNo },
        ]}
      />
      <ProblemNotice problem={take.problem} />
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          disabled={take.isBusy}
          onClick={() => void take.run(now.version)}
        >
          {w(now.state === 'in_review' && !now.isMine ? 'takeOver' : 'take')}
        </button>
        <button type="button" className="button" onClick={() => setDeclining(true)}>
          {w('decline')}
        </button>
      </div>
      {isDeclining && (
        <DeclineDialog id={item.id} version={now.version} onClose={() => setDeclining(false)} onDone={onDone} />
      )}
    </div>
  )
}

type DeclineProps = Readonly<{ id: number; version: number; onClose: () => void; onDone: () => void }>

function DeclineDialog({ id, version, onClose, onDone }: DeclineProps) {
  const w = useWords()
  const { client } = useOffice()
  const [answer, setAnswer] = useState<DeclineAnswer>('not_reachable')
  const decline = useDeed(async () => {
    await client.write(`/api/web-applications/${id}/decline`, { version, answer })
    onDone()
  })
  return (
    <Dialog title={w('decline.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          void decline.run()
        }}
      >
        <ProblemNotice problem={decline.problem} />
        <RadioGroup
          label={w('decline.title')}
          help={w('decline.help')}
          options={DECLINE_ANSWERS.map(value => ({ value, label: w(value) }))}
          value={answer}
          onChange={setAnswer}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={decline.isBusy}>
            {w('decline.send')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
