import { CheckField } from '../ui/check-field.tsx'
import { CheckGroup } from '../ui/check-group.tsx'
import { DateField } from '../ui/date-field.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { TextField } from '../ui/text-field.tsx'
import { errorAt } from './find-errors.ts'
import { choicesOf, type Parts } from './parts.ts'
import { useWords } from './words.ts'

/** What for: kind, the event of a victim, what is asked for. */
export function RequestFields(parts: Parts) {
  const { form, change, errors, options } = parts
  const w = useWords()
  const chosen = form.requests.map(one => one.aidType)
  const choose = (codes: string[]) =>
    change({
      requests: codes.map(aidType => form.requests.find(one => one.aidType === aidType) ?? { aidType, note: '' }),
    })
  return (
    <Section title={w('kind.section')}>
      <RadioGroup
        id="kind"
        label={w('kind')}
        isInline
        options={choicesOf(options.kinds)}
        value={form.kind}
        onChange={kind => change({ kind })}
      />
      {form.kind === 'victim' && <EventFields {...parts} />}
      <div className="intake-chips">
        <CheckGroup
          id="requests"
          label={w('requests')}
          isInline
          options={choicesOf(options.aidTypes)}
          value={chosen}
          onChange={choose}
          error={errorAt(errors, 'requests')}
        />
      </div>
    </Section>
  )
}

function EventFields({ form, change, errors, options }: Parts) {
  const w = useWords()
  const { event } = form
  const set = (some: Partial<typeof event>) => change({ event: { ...event, ...some } })
  return (
    <>
      <RadioGroup
        id="event.kind"
        label={w('event.kind')}
        isInline
        options={choicesOf(options.events)}
        value={event.kind || null}
        onChange={kind => set({ kind })}
        error={errorAt(errors, 'event.kind')}
      />
      <div className="intake-row">
        <DateField
          id="event.occurredOn"
          label={w('event.day')}
          value={event.occurredOn || null}
          max={options.today}
          onChange={day => set({ occurredOn: day ?? '' })}
          error={errorAt(errors, 'event.occurredOn')}
        />
        <TextField
          id="event.paper"
          label={w('event.paper')}
          isDisabled={event.isPaperAwaited}
          maxLength={200}
          value={event.paper}
          onChange={paper => set({ paper })}
          error={errorAt(errors, 'event.paper')}
        />
      </div>
      <CheckField
        label={w('event.awaited')}
        value={event.isPaperAwaited}
        onChange={isPaperAwaited => set({ isPaperAwaited, paper: isPaperAwaited ? '' : event.paper })}
      />
      <TextArea
        id="event.statement"
        label={w('event.statement')}
        limit={4000}
        value={event.statement}
        onChange={statement => set({ statement })}
        error={errorAt(errors, 'event.statement')}
      />
    </>
  )
}
