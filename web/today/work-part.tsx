import { useState } from 'react'
import type { DistrictCount, SectionKey, WorkItem, WorkSection } from '../../api/work-lists/work-lists.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Section } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { DueTag, UrgentTag } from './lateness.tsx'
import { titleOf } from './title.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ section: WorkSection; active: string | null; onActive: (key: string | null) => void }>

const FIRST = 5

/** One section of the first screen: how many, how many late, the first of them. */
export function WorkPart({ section, active, onActive }: Props) {
  const w = useWords()
  const { format } = useOffice()
  const [isOpen, setOpen] = useState(false)
  const { key, count, late, items, districts } = section
  const shown = isOpen ? items : items.slice(0, FIRST)
  const lateTag = late > 0 && count !== null && <Tag tone="alarm">{w('lateCount', { n: format.number(late) })}</Tag>
  return (
    <Section title={w(`section.${key}`)} {...(count === null ? {} : { count })} action={lateTag || undefined}>
      {districts ? (
        <Districts title={w(`section.${key}`)} rows={districts} />
      ) : (
        <ul className="work-items">
          {shown.map(item => (
            <WorkRow key={item.key} section={key} item={item} isActive={active === item.key} onActive={onActive} />
          ))}
        </ul>
      )}
      <Rest section={section} isOpen={isOpen} onOpen={setOpen} />
    </Section>
  )
}

/** Pages that show all of a section. */
const ALL_OF: Partial<Record<SectionKey, string>> = {
  to_assign: 'pool',
  urgent: 'pool',
  overdue: 'pool',
  web_applications: 'web-applications',
  proposals: 'proposals',
  duplicates: 'duplicates',
  plans_to_approve: 'plans',
  opened_files: 'read-log',
  reads: 'read-log',
}

type RestProps = Readonly<{ section: WorkSection; isOpen: boolean; onOpen: (isOpen: boolean) => void }>

function Rest({ section: { key, count, items }, isOpen, onOpen }: RestProps) {
  const w = useWords()
  const { href, format } = useOffice()
  const all = ALL_OF[key]
  const beyond = (count ?? 0) - items.length
  if (items.length <= FIRST && !all) return null
  return (
    <div className="actions">
      {items.length > FIRST && (
        <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
          {isOpen ? w('showLess') : w('showAll', { n: items.length })}
        </button>
      )}
      {isOpen && beyond > 0 && <span className="quiet">{w('more', { n: format.number(beyond) })}</span>}
      {all && (
        <a className="text-button" href={href(all)}>
          {all === 'pool' ? w('openPool') : w('openPage')}
        </a>
      )}
    </div>
  )
}

type RowProps = Readonly<{
  section: SectionKey
  item: WorkItem
  isActive: boolean
  onActive: (key: string | null) => void
}>

function WorkRow({ section, item, isActive, onActive }: RowProps) {
  const w = useWords()
  const { href, format } = useOffice()
  const place = [item.neighbourhood, item.district].filter(Boolean).join(', ')
  const came = item.at && format.day(item.at)
  return (
    <li
      className={isActive ? 'is-active' : undefined}
      onPointerEnter={() => onActive(item.key)}
      onPointerLeave={() => onActive(null)}
    >
      <a href={href(item.page)} onFocus={() => onActive(item.key)}>
        {titleOf(section, item, { w, day: format.day })}
      </a>
      <span className="quiet">{[place, item.fileNo, came].filter(Boolean).join(' · ')}</span>
      <span className="work-tags">
        {item.isUrgent && <UrgentTag />}
        {item.daysLate !== null && <DueTag daysLate={item.daysLate} />}
      </span>
    </li>
  )
}

/** DOMAIN.md §4: what is withheld is fewer than this. */
const MINIMUM = 5

function Districts({ title, rows }: Readonly<{ title: string; rows: readonly DistrictCount[] }>) {
  const w = useWords()
  const { format } = useOffice()
  const told = (count: number | null) => (count === null ? w('few', { n: MINIMUM }) : format.number(count))
  return (
    <DataTable
      caption={title}
      rows={rows}
      rowKey={row => row.districtId}
      columns={[
        { key: 'district', label: w('district'), show: row => row.district, sortBy: row => row.district },
        {
          key: 'waiting',
          label: w('waiting'),
          show: row => told(row.waiting),
          sortBy: row => row.waiting,
          isNumber: true,
        },
        { key: 'late', label: w('lateColumn'), show: row => told(row.late), sortBy: row => row.late, isNumber: true },
        {
          key: 'urgent',
          label: w('urgentColumn'),
          show: row => told(row.urgent),
          sortBy: row => row.urgent,
          isNumber: true,
        },
      ]}
    />
  )
}
