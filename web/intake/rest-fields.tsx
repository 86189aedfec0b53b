import { CheckField } from '../ui/check-field.tsx'
import { Section } from '../ui/section.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { errorAt } from './find-errors.ts'
import type { Parts } from './parts.ts'
import { useWords } from './words.ts'

/** The text read out and whether it was agreed to. */
export function ConsentFields({ form, change, errors, options }: Parts) {
  const w = useWords()
  const { consent } = options
  const isThere = options.channels.find(one => one.code === form.channel)?.isApplicantThere ?? true
  if (!consent) return null
  return (
    <Section title={w('consent.section')}>
      {!isThere && <p className="quiet">{w('consent.notThere')}</p>}
      <details className="intake-consent">
        <summary>{w('consent.show')}</summary>
        <h3>{consent.title}</h3>
        {consent.body.split('\n\n').map(paragraph => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </details>
      <CheckField
        id="consent"
        label={w('consent.read')}
        value={form.consentVersion !== ''}
        onChange={isAgreed => change({ consentVersion: isAgreed ? consent.version : '' })}
        error={errorAt(errors, 'consent')}
      />
    </Section>
  )
}

/** Urgency and a note. */
export function RestFields({ form, change, errors }: Parts) {
  const w = useWords()
  return (
    <Section title={w('rest.section')}>
      <CheckField
        id="isUrgent"
        label={w('isUrgent')}
        value={form.isUrgent}
        onChange={isUrgent => change({ isUrgent })}
      />
      <TextArea
        id="note"
        label={w('note')}
        isOptional
        help={w('noteHelp')}
        limit={4000}
        value={form.note}
        onChange={note => change({ note })}
        error={errorAt(errors, 'note')}
      />
    </Section>
  )
}
