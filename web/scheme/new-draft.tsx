import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { SchemeSummary } from '../../api/scores/schemes.contract.ts'
import { useProblemText } from '../office/problem-text.ts'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useWords } from './words.ts'

const NAME = /^[a-z0-9][a-z0-9.-]{0,40}$/

/** Asks for the name of a draft and the version it begins from. */
export function NewDraft({ schemes, onClose }: Readonly<{ schemes: readonly SchemeSummary[]; onClose: () => void }>) {
  const { client, go, language } = useOffice()
  const w = useWords()
  const textOf = useProblemText()
  const [version, setVersion] = useState('')
  const [basedOn, setBasedOn] = useState(schemes.find(one => one.isInForce)?.version ?? '')
  const [isTried, setTried] = useState(false)
  const name = useRef<HTMLInputElement>(null)
  useEffect(() => name.current?.focus(), []) // a dialog that opens takes the focus to its cross
  const begin = useDeed(() => client.write<{ version: string }>('/api/score-schemes', { version, basedOn }))
  const isBad = !NAME.test(version)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isBad) return
    const made = await begin.run()
    if (made) go(`schemes/${made.version}`)
  }
  const error = isTried && isBad ? w('newDraft.bad') : begin.problem && textOf(begin.problem)
  return (
    <Dialog title={w('newDraft.title')} onClose={onClose}>
      <form className="form" onSubmit={submit} noValidate>
        <TextField
          label={w('newDraft.name')}
          help={w('newDraft.help')}
          error={error}
          value={version}
          onChange={setVersion}
          maxLength={41}
          width="middle"
          inputRef={name}
        />
        <SelectField
          label={w('newDraft.from')}
          options={schemes.map(one => ({ value: one.version, label: `${one.version} · ${one.title[language]}` }))}
          value={basedOn}
          placeholder={null}
          onChange={setBasedOn}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={begin.isBusy}>
            {w('newDraft.act')}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {w('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
