import type { MouseEvent } from 'react'
import { useOffice } from '../office/use-office.ts'
import { Icon } from '../ui/icon.tsx'
import { type Fault, fieldOf } from './faults.ts'
import { useWords } from './words.ts'

/** What is still wrong, as it is typed, each linked to its place. Said politely: it takes no focus from who types. */
export function FaultList({ faults }: Readonly<{ faults: readonly Fault[] }>) {
  const { language } = useOffice()
  const w = useWords()
  return (
    <div className={`scheme-faults${faults.length > 0 ? ' has-faults' : ''}`} role="status">
      <p>
        <Icon name={faults.length > 0 ? 'warning' : 'check'} size={16} />{' '}
        {faults.length > 0 ? w('faults', { n: faults.length }) : w('noFaults')}
      </p>
      {faults.length > 0 && (
        <ul>
          {faults.map(fault => (
            <li key={`${fault.path.join('-')} ${fault.tr}`}>
              <a href={`#${fieldOf(fault.path)}`} onClick={event => goTo(event, fault)}>
                {fault[language]}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function goTo(event: MouseEvent, fault: Fault): void {
  event.preventDefault()
  const target = document.getElementById(fieldOf(fault.path)) ?? document.getElementById(`line-${fault.path.join('-')}`)
  target?.scrollIntoView({ block: 'center' })
  target?.focus({ preventScroll: true })
}
