import { useId } from 'react'

type Props<T extends string> = Readonly<{
  legend: string
  options: readonly { value: T; label: string }[]
  value: T
  onChange: (value: T) => void
}>

/** One choice of a few, all seen at once: native radio buttons, so that arrow keys work. */
export function Segmented<T extends string>({ legend, options, value, onChange }: Props<T>) {
  const name = useId()
  return (
    <fieldset className="segmented">
      <legend className="unseen">{legend}</legend>
      {options.map(option => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}
