import { documentsAskedFor } from '../../api/applications/documents.rules.ts'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { errorAt } from './find-errors.ts'
import type { Parts } from './parts.ts'
import { useWords } from './words.ts'

/** Papers asked for: they appear by themselves as requests are chosen. */
export function DocumentFields(parts: Parts) {
  const { form, options } = parts
  const w = useWords()
  const asked = documentsAskedFor(options.documentRules, {
    applicantKind: form.applicantKind,
    eventKind: form.kind === 'victim' && form.event.kind !== '' ? form.event.kind : null,
    aidTypes: form.requests.map(one => one.aidType),
  })
  return (
    <Section title={w('documents.section')}>
      <p className="quiet">{w(asked.length > 0 ? 'documents.help' : 'documents.none')}</p>
      <ul className="intake-papers">
        {asked.map(paper => (
          <Paper key={paper.code} {...parts} {...paper} />
        ))}
      </ul>
    </Section>
  )
}

function Paper({
  form,
  change,
  errors,
  options,
  code,
  isRequired,
}: Parts & Readonly<{ code: string; isRequired: boolean }>) {
  const w = useWords()
  const type = options.documents.find(one => one.code === code)
  const name = type?.name ?? code
  const said = form.documents[code]
  const { [code]: _gone, ...others } = form.documents
  const say = (state: 'seen' | 'waived', isSo: boolean) =>
    change({ documents: isSo ? { ...others, [code]: { state, reason: '' } } : others })
  const at = Object.keys(form.documents).indexOf(code)
  return (
    <li>
      <div>
        <strong>{name}</strong> {!isRequired && <span className="quiet">({w('documents.helps')})</span>}
        <br />
        <span className="quiet">{type?.how}</span>
      </div>
      <label className="form-option">
        <input
          type="checkbox"
          checked={said?.state === 'seen'}
          onChange={event => say('seen', event.target.checked)}
          aria-label={`${w('documents.seen')}: ${name}`}
        />
        <span>{w('documents.seen')}</span>
      </label>
      <label className="form-option">
        <input
          type="checkbox"
          checked={said?.state === 'waived'}
          onChange={event => say('waived', event.target.checked)}
          aria-label={`${w('documents.waive')}: ${name}`}
        />
        <span>{w('documents.waive')}</span>
      </label>
      {said?.state === 'waived' && (
        <TextField
          id={`documents.${at}.reason`}
          label={w('documents.reason', { name })}
          maxLength={500}
          value={said.reason}
          onChange={reason => change({ documents: { ...form.documents, [code]: { state: 'waived', reason } } })}
          error={errorAt(errors, `documents.${at}.reason`)}
        />
      )}
    </li>
  )
}
