import { useState } from 'react'
import type { Added, Attachment, Attachments } from '../../api/attachments/attachment.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useProblemText } from '../office/problem-text.ts'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { asProblem, useRead } from '../office/use-read.ts'
import { uuid } from '../office/uuid.ts'
import { Dialog } from '../ui/dialog.tsx'
import { FileField, type FileItem } from '../ui/file-field.tsx'
import { Section } from '../ui/section.tsx'
import { TextField } from '../ui/text-field.tsx'
import { useToast } from '../ui/toast.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{ inspection: number; mayAdd?: boolean }>

/** Photos and papers of an inspection: sent one by one with progress, captioned, removed with a reason. */
export function Photos({ inspection, mayAdd = false }: Props) {
  const w = useWords()
  const { client } = useOffice()
  const textOf = useProblemText()
  const { data, problem, reload } = useRead<Attachments>(`/api/attachments?inspection=${inspection}`)
  const [sending, setSending] = useState<readonly FileItem[]>([])
  const change = (id: string, part: Partial<FileItem>) =>
    setSending(before => before.map(one => (one.id === id ? { ...one, ...part } : one)))
  const send = async (file: File) => {
    const id = uuid()
    setSending(before => [...before, { id, name: file.name, part: 0, isSent: false }])
    const fields = { inspectionId: String(inspection), kind: file.type === 'application/pdf' ? 'document' : 'photo' }
    try {
      await client.upload<Added>('/api/attachments', file, { fields, onProgress: part => change(id, { part }) })
      setSending(before => before.filter(one => one.id !== id))
      reload()
    } catch (error) {
      change(id, { part: null, error: textOf(asProblem(error)) })
    }
  }
  const add = async (files: File[]) => {
    for (const file of files) await send(file)
  }
  return (
    <Section title={w('photos')}>
      <ProblemNotice problem={problem} onRetry={reload} />
      {mayAdd && (
        <FileField
          label={w('photoAdd')}
          help={w('photoHelp')}
          items={sending}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          limitMb={12}
          onAdd={files => void add(files)}
          onRemove={id => setSending(before => before.filter(one => one.id !== id))}
        />
      )}
      {data?.items.length === 0 && sending.length === 0 && (
        <p className="quiet">{w(mayAdd ? 'photoNone' : 'photoNoneRead')}</p>
      )}
      <ul className="photos">
        {data?.items.map(one => (
          <Photo key={one.id} one={one} mayChange={mayAdd} onChanged={reload} />
        ))}
      </ul>
    </Section>
  )
}

type PhotoProps = Readonly<{ one: Attachment; mayChange: boolean; onChanged: () => void }>

function Photo({ one, mayChange, onChanged }: PhotoProps) {
  const w = useWords()
  const { format } = useOffice()
  if (one.removed) {
    const { reason, by, at } = one.removed
    return <li className="quiet">{w('removed', { reason, by, at: format.day(at) })}</li>
  }
  const address = `/api/attachments/${one.id}`
  return (
    <li>
      <a href={`${address}/content`} download={one.fileName}>
        {one.width ? (
          <img src={`${address}/thumbnail`} alt={one.caption ?? w('open', { name: one.fileName })} loading="lazy" />
        ) : (
          w('open', { name: one.fileName })
        )}
      </a>
      {mayChange ? <PhotoChanges one={one} onChanged={onChanged} /> : <p dir="auto">{one.caption ?? one.fileName}</p>}
    </li>
  )
}

function PhotoChanges({ one, onChanged }: Omit<PhotoProps, 'mayChange'>) {
  const w = useWords()
  const say = useToast()
  const { client } = useOffice()
  const [caption, setCaption] = useState(one.caption ?? '')
  const [isRemoving, setRemoving] = useState(false)
  const save = useDeed(async () => {
    await client.write<Attachment>(`/api/attachments/${one.id}/caption`, { caption })
    say(w('captionSaved'))
    onChanged()
  })
  return (
    <div className="photo-changes">
      <ProblemNotice problem={save.problem} />
      <TextField label={w('caption')} value={caption} maxLength={300} onChange={setCaption} />
      <div className="actions">
        {caption !== (one.caption ?? '') && (
          <button type="button" className="button" disabled={save.isBusy} onClick={() => void save.run()}>
            {w('captionSave')}
          </button>
        )}
        <button type="button" className="text-button" onClick={() => setRemoving(true)}>
          {w('remove', { name: one.fileName })}
        </button>
      </div>
      {isRemoving && <RemoveDialog one={one} onChanged={onChanged} onClose={() => setRemoving(false)} />}
    </div>
  )
}

function RemoveDialog({ one, onChanged, onClose }: Omit<PhotoProps, 'mayChange'> & Readonly<{ onClose: () => void }>) {
  const w = useWords()
  const { client } = useOffice()
  const [reason, setReason] = useState('')
  const remove = useDeed(async () => {
    await client.write<Attachment>(`/api/attachments/${one.id}/remove`, { reason })
    onClose()
    onChanged()
  })
  return (
    <Dialog title={w('removeTitle')} onClose={onClose}>
      <ProblemNotice problem={remove.problem} />
      <p>{w('removeText')}</p>
      <TextField label={w('removeReason')} value={reason} maxLength={500} onChange={setReason} />
      <div className="actions">
        <button
          type="button"
          className="button is-main"
          disabled={remove.isBusy || reason.trim().length < 3}
          onClick={() => void remove.run()}
        >
          {w('removeAct')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {w('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
