import { useState } from 'react'
import { SelectField } from '../ui/select-field.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  selected: ReadonlySet<number>
  people: readonly Readonly<{ id: number; name: string }>[]
  /** What the last move did. */
  said: string | null
  onMove: (to: number) => void
  onTakeOut: () => void
}>

/** By keyboard what dragging does: the files ticked go to whom the list says. */
export function PlanMove({ selected, people, said, onMove, onTakeOut }: Props) {
  const w = useWords()
  const [to, setTo] = useState('')
  return (
    <>
      <p role="status" className="plan-said">
        {said}
      </p>
      {selected.size > 0 && (
        <div className="chosen">
          <SelectField
            label={w('moveTo')}
            options={people.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={to}
            onChange={setTo}
          />
          <button type="button" className="button is-main" disabled={to === ''} onClick={() => onMove(Number(to))}>
            {w('moveSelected', { n: selected.size })}
          </button>
          <button type="button" className="button" onClick={onTakeOut}>
            {w('takeOut')}
          </button>
        </div>
      )}
    </>
  )
}
