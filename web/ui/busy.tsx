import { useUiWords } from './ui-words.ts'

/** Something is on its way; said at once to a screen reader, drawn after a moment so that fast answers do not flicker. */
export function Busy({ label }: Readonly<{ label?: string }>) {
  const w = useUiWords()
  return (
    <div className="busy" role="status">
      <span className="busy-bar" aria-hidden="true" />
      {label ?? w('busy')}
    </div>
  )
}
