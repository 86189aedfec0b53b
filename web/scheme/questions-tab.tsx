import { useOffice } from '../office/use-office.ts'
import { CheckField } from '../ui/check-field.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FaultList } from './fault-list.tsx'
import { PartEditor } from './part-editor.tsx'
import type { Draft } from './use-draft.ts'
import { useWords } from './words.ts'

/** Title, minimum, and the parts with their questions. */
export function QuestionsTab({ draft }: Readonly<{ draft: Draft }>) {
  const { language } = useOffice()
  const w = useWords()
  const { document, minimum, change } = draft
  return (
    <div className="scheme-desk">
      {change ? (
        <>
          <FaultList faults={draft.faults} />
          <div className="scheme-fields">
            <TextField
              id="at-title-tr"
              label={w('titleTr')}
              value={document.title.tr}
              maxLength={200}
              onChange={tr => change({ document: { ...document, title: { ...document.title, tr } } })}
            />
            <TextField
              id="at-title-en"
              label={w('titleEn')}
              value={document.title.en}
              maxLength={200}
              onChange={en => change({ document: { ...document, title: { ...document.title, en } } })}
            />
            <NumberField
              label={w('minimum')}
              help={w('minimumHelp')}
              value={minimum}
              min={0}
              max={100}
              onChange={value => value !== null && value <= 100 && change({ minimum: value })}
            />
            <CheckField
              label={w('isProposal')}
              help={w('isProposalHelp')}
              value={document.isProposal}
              onChange={isProposal => change({ document: { ...document, isProposal } })}
            />
          </div>
        </>
      ) : (
        <p>
          {w('minimum')}: <strong>{minimum}</strong>
          {document.note && ` · ${document.note[language]}`}
        </p>
      )}
      {document.parts.map((part, at) => (
        <PartEditor
          key={part.code}
          document={document}
          at={at}
          onChange={change && (one => change({ document: one }))}
        />
      ))}
    </div>
  )
}
