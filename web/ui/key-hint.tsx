import { Fragment } from 'react'
import { useUiWords } from './ui-words.ts'

/** Keys to press one after the other. */
export function KeyHint({ keys }: Readonly<{ keys: readonly string[] }>) {
  const w = useUiWords()
  return (
    <span className="key-hint">
      {keys.map((key, at) => (
        <Fragment key={key}>
          {at > 0 && <small> {w('key.then')} </small>}
          <kbd>{key}</kbd>
        </Fragment>
      ))}
    </span>
  )
}
