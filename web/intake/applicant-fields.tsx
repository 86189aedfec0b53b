import { useEffect } from 'react'
import type { PersonOfFile } from '../../api/households/household.contract.ts'
import { RadioGroup } from '../ui/radio-group.tsx'
import { Section } from '../ui/section.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { errorAt } from './find-errors.ts'
import { choicesOf, type Parts } from './parts.ts'
import { useWords } from './words.ts'

type Props = Parts & Readonly<{ people: readonly PersonOfFile[] | null }>

/** Who applies, and for whom; the members of the household stand to choose from. */
export function ApplicantFields({ form, change, errors, options, people }: Props) {
  const w = useWords()
  const members = people ? ofFile(people) : ofForm(form.people)
  const head = people?.find(one => one.role === 'head' && one.isAdult && one.diedOn === null)?.id
  useEffect(() => {
    if (head !== undefined) change(now => (now.applicantPerson || now.isNew ? {} : { applicantPerson: `id:${head}` }))
  }, [head, change])
  const paper = options.applicants.find(one => one.code === form.applicantKind)?.paper ?? null
  const isSelf = form.applicantKind === 'self'
  return (
    <Section title={w('applicant.section')}>
      <RadioGroup
        id="applicant.kind"
        label={w('applicantKind')}
        isInline
        options={choicesOf(options.applicants)}
        value={form.applicantKind}
        onChange={applicantKind => change({ applicantKind })}
        error={errorAt(errors, 'applicant.kind')}
      />
      <div className="intake-row">
        <SelectField
          id="applicant.person"
          label={w(isSelf ? 'applicantPerson' : 'onBehalfOf')}
          isOptional={!isSelf}
          options={members}
          value={form.applicantPerson}
          onChange={applicantPerson => change({ applicantPerson })}
          error={errorAt(errors, 'applicant.person')}
        />
        <TextField
          id="phone"
          label={w('phone')}
          isOptional
          type="tel"
          maxLength={40}
          value={form.phone}
          onChange={phone => change({ phone })}
          error={errorAt(errors, 'phone')}
        />
      </div>
      {!isSelf && (
        <div className="intake-row">
          <TextField
            id="applicant.name"
            label={w(
              form.applicantKind === 'ngo' || form.applicantKind === 'official' ? 'applicantNameOrg' : 'applicantName',
            )}
            maxLength={200}
            value={form.applicantName}
            onChange={applicantName => change({ applicantName })}
            error={errorAt(errors, 'applicant.name')}
          />
          {paper && (
            <TextField
              id="applicant.paper"
              label={paper}
              maxLength={200}
              value={form.applicantPaper}
              onChange={applicantPaper => change({ applicantPaper })}
              error={errorAt(errors, 'applicant.paper')}
            />
          )}
        </div>
      )}
    </Section>
  )
}

function ofFile(people: readonly PersonOfFile[]) {
  return people
    .filter(one => one.diedOn === null)
    .map(one => ({ value: `id:${one.id}`, label: `${one.givenName} ${one.familyName} (${one.age})` }))
}

function ofForm(people: Parts['form']['people']) {
  return people.map((one, row) => ({
    value: `row:${row}`,
    label: `${one.givenName} ${one.familyName}`.trim() || `${row + 1}.`,
  }))
}
