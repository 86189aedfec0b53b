import { Icon } from './icon.tsx'
import { useUiWords } from './ui-words.ts'
import type { SaveState } from './use-auto-save.ts'

/** “Kaydedildi 14:32”, and what is wrong when it is not. */
export function AutoSaveState({ of }: Readonly<{ of: SaveState }>) {
  const w = useUiWords()
  const { state, savedAt, error, flush } = of
  const isRefused = error !== null && 'status' in error && Number(error.status) >= 400 && Number(error.status) < 500
  const time = savedAt?.toLocaleTimeString('tr-TR', { hour: '2-digit', minute: '2-digit' })
  return (
    <span className={`auto-save is-${state}`} role="status">
      {state === 'saving' && w('save.saving')}
      {state === 'saved' && time && (
        <>
          <Icon name="check" size={16} /> {w('save.saved', { time })}
        </>
      )}
      {state === 'waiting' && (
        <>
          <Icon name="warning" size={16} /> {isRefused ? `${w('save.failed')}: ${error.message}` : w('save.waiting')}{' '}
          <button type="button" className="text-button" onClick={() => void flush()}>
            {w('save.retry')}
          </button>
        </>
      )}
    </span>
  )
}
