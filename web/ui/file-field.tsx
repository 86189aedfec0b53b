import { type DragEvent, useId, useState } from 'react'
import { describedBy, Explained, type FieldProps } from './form-field.tsx'
import { Icon } from './icon.tsx'
import { IconButton } from './icon-button.tsx'
import { type UiWords, useUiWords } from './ui-words.ts'

export type FileItem = Readonly<{
  id: string
  name: string
  /** 0–1 while it is on its way; null when it is not being sent. */
  part: number | null
  isSent: boolean
  error?: string | null
}>

type Props = FieldProps &
  Readonly<{
    items: readonly FileItem[]
    /** Files chosen or dropped that are not too large. */
    onAdd: (files: File[]) => void
    onRemove?: (id: string) => void
    /** As of <input accept>: `image/*,application/pdf`. The server looks at the content again. */
    accept?: string
    limitMb?: number
    isSingle?: boolean
    /** On a phone: opens the camera. */
    withCamera?: boolean
  }>

/** Files to send: chosen or dropped, each with its progress. */
export function FileField(props: Props) {
  const {
    label,
    id,
    help,
    error,
    isDisabled,
    items,
    onAdd,
    onRemove,
    accept,
    limitMb = 20,
    isSingle,
    withCamera,
  } = props
  const own = useId()
  const field = id ?? own
  const w = useUiWords()
  const [refused, setRefused] = useState<string | null>(null)
  const take = (files: FileList | null) => {
    const all = [...(files ?? [])]
    const fits = all.filter(file => file.size <= limitMb * 1_048_576)
    setRefused(tooLarge(all, fits, limitMb, w))
    if (fits.length > 0) onAdd(fits)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    if (!isDisabled) take(event.dataTransfer.files)
  }
  const told = refused ?? error
  return (
    <fieldset className={`form-field form-group${told ? ' has-error' : ''}`}>
      <legend className="form-label">{label}</legend>
      <Explained id={field} help={help} error={told} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut beside the button */}
      <div className="file-drop" onDragOver={event => event.preventDefault()} onDrop={onDrop}>
        <input
          type="file"
          id={field}
          className="file-input"
          aria-label={`${label}: ${w('file.choose')}`}
          aria-describedby={describedBy(field, help, told)}
          accept={accept}
          multiple={!isSingle}
          capture={withCamera ? 'environment' : undefined}
          disabled={isDisabled}
          onChange={event => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <label className="button" htmlFor={field}>
          <Icon name="file" size={16} /> {w('file.choose')}
        </label>
        <span className="quiet only-desk">{w('file.drop')}</span>
      </div>
      <ul className="file-list">
        {items.map(item => (
          <FileLine key={item.id} item={item} onRemove={onRemove} w={w} />
        ))}
      </ul>
    </fieldset>
  )
}

type LineProps = Readonly<{ item: FileItem; onRemove: ((id: string) => void) | undefined; w: UiWords }>

function FileLine({ item, onRemove, w }: LineProps) {
  const { id, name, part, isSent, error } = item
  const percent = Math.round((part ?? 0) * 100)
  return (
    <li>
      <span className="file-name">{name}</span>
      {part !== null && !error && (
        <progress max={100} value={percent} aria-label={`${name}: ${w('file.sending', { percent })}`} />
      )}
      {isSent && !error && <small>{w('file.sent')}</small>}
      {error && (
        <small className="form-error" role="alert">
          {error}
        </small>
      )}
      {onRemove && <IconButton icon="close" label={w('file.remove', { name })} onClick={() => onRemove(id)} />}
    </li>
  )
}

function tooLarge(all: readonly File[], fits: readonly File[], limit: number, w: UiWords): string | null {
  const large = all.find(file => !fits.includes(file))
  return large ? w('file.large', { name: large.name, mb: Math.ceil(large.size / 1_048_576), limit }) : null
}
