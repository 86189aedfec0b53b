import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { RadioGroup } from '../ui/radio-group.tsx'
import { TextArea } from '../ui/text-area.tsx'
import { useWords } from './words.ts'

export type Verdict = 'same' | 'different' | 'later'

type Props = Readonly<{
  isBusy: boolean
  isPutOff: boolean
  onDecide: (verdict: Verdict, reason: string) => void
}>

/** Same, different, later: three buttons and the keys 1, 2, 3. "Later" is done at once, the others are asked back. */
export function DecideBar({ isBusy, isPutOff, onDecide }: Props) {
  const w = useWords()
  const [asked, setAsked] = useState<'same' | 'different' | null>(null)
  const later = () => onDecide('later', '')
  useKeys(
    isBusy || asked !== null
      ? {}
      : { 1: () => setAsked('same'), 2: () => setAsked('different'), ...(isPutOff ? {} : { 3: later }) },
  )
  const close = () => setAsked(null)
  const decide = (verdict: Verdict) => (reason: string) => {
    close()
    onDecide(verdict, reason)
  }
  return (
    <section className="decide-bar" aria-label={w('decide')}>
      <div className="actions">
        <button type="button" className="button is-main" disabled={isBusy} onClick={() => setAsked('same')}>
          {w('same')} <KeyHint keys={['1']} />
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => setAsked('different')}>
          {w('different')} <KeyHint keys={['2']} />
        </button>
        {!isPutOff && (
          <button type="button" className="button" disabled={isBusy} onClick={later}>
            {w('later')} <KeyHint keys={['3']} />
          </button>
        )}
      </div>
      {asked === 'same' && <SameDialog onClose={close} onSave={decide('same')} />}
      {asked === 'different' && <DifferentDialog onClose={close} onSave={decide('different')} />}
    </section>
  )
}

/** Keys pressed on the page; never while somebody types, nor with another key held. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.closest('input, textarea, select, dialog')
      if (isTyping || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
      const act = keys[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  })
}

/** Takes the focus once the dialog is open (it gives it to its cross): the element itself, or the first like `inside`. */
function useFocus<E extends HTMLElement>(inside?: string) {
  const element = useRef<E>(null)
  useEffect(() => {
    const target = inside ? element.current?.querySelector<HTMLElement>(inside) : element.current
    target?.focus()
  }, [inside])
  return element
}

type Asking = Readonly<{ onClose: () => void; onSave: (reason: string) => void }>

function SameDialog({ onClose, onSave }: Asking) {
  const w = useWords()
  const [note, setNote] = useState('')
  const save = useFocus<HTMLButtonElement>()
  return (
    <Dialog title={w('sameTitle')} onClose={onClose}>
      <form className="form" onSubmit={submitting(() => onSave(note.trim()))}>
        <p>{w('sameText')}</p>
        <TextArea label={w('note')} value={note} onChange={setNote} limit={500} rows={2} isOptional />
        <div className="actions">
          <button type="submit" className="button is-main" ref={save}>
            {w('saveSame')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const REASONS = ['kin', 'namesake', 'neighbours', 'other'] as const

function DifferentDialog({ onClose, onSave }: Asking) {
  const w = useWords()
  const [reason, setReason] = useState<(typeof REASONS)[number] | null>(null)
  const [text, setText] = useState('')
  const [isMissing, setMissing] = useState(false)
  const own = text.trim()
  const form = useFocus<HTMLFormElement>('input')
  const save = () => {
    const said = reason && reason !== 'other' ? [w(`reason.${reason}`), own].filter(Boolean).join('. ') : own
    if (said.length < 3) setMissing(true)
    else onSave(said.slice(0, 500))
  }
  return (
    <Dialog title={w('differentTitle')} onClose={onClose}>
      <form className="form" onSubmit={submitting(save)} ref={form}>
        <p>{w('differentText')}</p>
        <RadioGroup
          label={w('reason')}
          options={REASONS.map(value => ({ value, label: w(`reason.${value}`) }))}
          value={reason}
          onChange={setReason}
          {...(isMissing && reason === null ? { error: w('reasonMissing') } : {})}
        />
        <TextArea
          label={w('reasonText')}
          value={text}
          onChange={setText}
          limit={400}
          rows={2}
          isOptional={reason !== 'other'}
          {...(isMissing && reason === 'other' && own.length < 3 ? { error: w('reasonMissing') } : {})}
        />
        <div className="actions">
          <button type="submit" className="button is-main">
            {w('saveDifferent')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

const submitting = (act: () => void) => (event: FormEvent) => {
  event.preventDefault()
  act()
}
