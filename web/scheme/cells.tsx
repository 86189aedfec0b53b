import { useOffice } from '../office/use-office.ts'
import { useTyped } from '../ui/use-typed.ts'
import { type Path, useFaults } from './faults.ts'

type Cell<T> = Readonly<{ label: string; path: Path; value: T; onChange: (value: T) => void }>

/** A line of text in a table; its name is said, not shown. */
export function TextCell({ label, path, value, onChange }: Cell<string>) {
  const wiring = useWiring(label, path)
  return (
    <input
      {...wiring}
      value={value}
      maxLength={200}
      autoComplete="off"
      onChange={event => onChange(event.target.value)}
    />
  )
}

/** A number with one decimal, as 7 or 1,5; what cannot be read stays as typed and counts as a fault. */
export function NumberCell({ label, path, value, onChange }: Cell<number>) {
  const wiring = useWiring(label, path)
  const { language } = useOffice()
  const typed = useTyped({
    value: Number.isNaN(value) ? null : value,
    parse: parseNumber,
    write: number =>
      String(number)
        .replace('.', language === 'tr' ? ',' : '.')
        .replace('-', '−'),
    onChange: number => onChange(number ?? Number.NaN),
  })
  return (
    <input
      {...wiring}
      className="cell-number"
      inputMode="decimal"
      autoComplete="off"
      maxLength={10}
      value={typed.text}
      onChange={event => typed.onType(event.target.value)}
      onBlur={typed.onLeave}
    />
  )
}

function parseNumber(text: string): number | null {
  const plain = text.trim().replace('−', '-').replace(',', '.')
  return /^-?\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain) : null
}

function useWiring(label: string, path: Path) {
  const hasFault = useFaults(path).length > 0
  return { id: `at-${path.join('-')}`, 'aria-label': label, 'aria-invalid': hasFault || undefined } as const
}
