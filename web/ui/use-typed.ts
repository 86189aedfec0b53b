import { useRef, useState } from 'react'

type Reading<T> = Readonly<{
  value: T | null
  parse: (text: string) => T | null
  write: (value: T) => string
  onChange: (value: T | null) => void
}>

/**
 * Text a person types that means a value: what was typed stays as it is, readable or not, and is written in its usual
 * form when the field is left. `isUnreadable` only after leaving: nobody is wrong in the middle of a word.
 */
export function useTyped<T>({ value, parse, write, onChange }: Reading<T>) {
  const [text, setText] = useState(() => (value === null ? '' : write(value)))
  const [isLeft, setLeft] = useState(false)
  const told = useRef(value)
  let shown = text
  if (value !== told.current) {
    // Another value from outside (a draft that was opened, a field that was emptied).
    told.current = value
    shown = value === null ? '' : write(value)
    setText(shown)
  }
  return {
    text: shown,
    isUnreadable: isLeft && shown.trim() !== '' && parse(shown) === null,
    isLeft,
    onType(typed: string) {
      setText(typed)
      setLeft(false)
      const read = parse(typed)
      told.current = read
      onChange(read)
    },
    onLeave() {
      setLeft(true)
      const read = parse(shown)
      if (read !== null) setText(write(read))
    },
  }
}
