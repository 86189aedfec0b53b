import { useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useWords } from './words.ts'

export type QuestionDraft = Readonly<{ question: string | null; person: string | null; text: string }>

type Props = Readonly<{ label: string | null; onAdd: (text: string) => void; onClose: () => void }>

/** A question of the chief about one answer, or about the whole inspection. */
export function QuestionDialog({ label, onAdd, onClose }: Props) {
  const w = useWords()
  const [text, setText] = useState('')
  return (
    <Dialog title={label ? w('askAbout', { label }) : w('askGeneral')} onClose={onClose}>
      <form
        className="form"
        onSubmit={event => {
          event.preventDefault()
          if (text.trim().length >= 3) onAdd(text.trim())
        }}
      >
        <TextArea label={w('question')} value={text} limit={1000} onChange={setText} />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={text.trim().length < 3}>
            {w('add')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
