import { defaultReplyBy } from '../../api/applications/application-codes.rules.ts'
import { useOffice } from '../office/use-office.ts'
import { DateField } from '../ui/date-field.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { errorAt } from './find-errors.ts'
import { choicesOf, type Parts } from './parts.ts'
import { useWords } from './words.ts'

/** Channel, its number, the days. */
export function ReceiptFields({ form, change, errors, options }: Parts) {
  const w = useWords()
  const { format } = useOffice()
  const due = form.receivedOn ? format.day(defaultReplyBy(form.channel, form.receivedOn)) : '–'
  return (
    <Section title={w('receipt.section')}>
      <div className="intake-row">
        <SelectField
          id="channel"
          label={w('channel')}
          options={choicesOf(options.channels)}
          value={form.channel}
          placeholder={null}
          onChange={channel => change({ channel })}
        />
        <TextField
          id="referenceNo"
          label={w('referenceNo')}
          isOptional={form.channel !== 'cimer' && form.channel !== 'acik_kapi'}
          maxLength={60}
          value={form.referenceNo}
          onChange={referenceNo => change({ referenceNo })}
          error={errorAt(errors, 'referenceNo')}
        />
      </div>
      <div className="intake-row">
        <DateField
          id="receivedOn"
          label={w('receivedOn')}
          value={form.receivedOn || null}
          onChange={day => change({ receivedOn: day ?? '' })}
          max={options.today}
          error={errorAt(errors, 'receivedOn')}
        />
        <DateField
          id="replyBy"
          label={w('replyBy')}
          isOptional
          help={w('replyByHelp', { day: due })}
          value={form.replyBy || null}
          onChange={day => change({ replyBy: day ?? '' })}
          error={errorAt(errors, 'replyBy')}
        />
      </div>
    </Section>
  )
}
