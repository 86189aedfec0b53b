import type { Activity } from '../../api/activities/activities.contract.ts'
import { useOffice } from '../office/use-office.ts'
import { DueTag, UrgentTag } from '../today/lateness.tsx'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { Tag } from '../ui/tag.tsx'
import { useWords } from './words.ts'

type Props = Readonly<{
  items: readonly Activity[]
  status: Activity['status']
  selected: ReadonlySet<number>
  onSelect: (selected: Set<number>) => void
  active: number | null
  onActive: (id: number | null) => void
}>

/** The pool as rows: by keyboard all the lasso can do (boxes, the box in the head, the neighbourhood above). */
export function PoolList({ items, status, selected, onSelect, active, onActive }: Props) {
  const w = useWords()
  const { href } = useOffice()
  const columns: Column<Activity>[] = [
    {
      key: 'household',
      label: w('household'),
      show: ({ familyName, fileNo }) => (familyName ? w('householdOf', { name: familyName }) : fileNo),
      sortBy: ({ familyName, fileNo }) => familyName ?? fileNo,
    },
    {
      key: 'place',
      label: w('place'),
      show: ({ neighbourhood, district }) => `${neighbourhood}, ${district}`,
      sortBy: ({ district, neighbourhood }) => `${district} ${neighbourhood}`,
    },
    {
      key: 'due',
      label: w('due'),
      show: ({ daysLate }) => <DueTag daysLate={daysLate} />,
      sortBy: ({ dueOn }) => dueOn,
    },
    {
      key: 'age',
      label: w('age'),
      show: ({ ageDays }) => w('days', { n: ageDays }),
      sortBy: ({ ageDays }) => ageDays,
      isNumber: true,
    },
    { key: 'marks', label: w('marks'), show: item => <Marks item={item} /> },
  ]
  if (status !== 'awaiting_inquiry')
    columns.splice(3, 0, {
      key: 'inspector',
      label: w('inspector'),
      show: ({ inspector, second }) => [inspector?.name, second?.name].filter(Boolean).join(' · '),
      sortBy: ({ inspector }) => inspector?.name ?? '',
    })
  return (
    <DataTable
      caption={w('list')}
      columns={columns}
      rows={items}
      rowKey={item => item.id}
      href={item => href(`file/${item.householdId}`)}
      selected={selected}
      onSelect={onSelect}
      active={active}
      onHover={onActive}
    />
  )
}

function Marks({ item }: Readonly<{ item: Activity }>) {
  const w = useWords()
  return (
    <span className="marks">
      {item.isUrgent && <UrgentTag />}
      {item.isAppeal && <Tag tone="info">{w('markAppeal')}</Tag>}
      {item.needsTwo && <Tag tone="info">{w('markTwo')}</Tag>}
      {item.wantedSex && <Tag tone="info">{w(item.wantedSex === 'female' ? 'markWoman' : 'markMan')}</Tag>}
      {item.planId !== null && <Tag tone="wait">{w('markPlan')}</Tag>}
    </span>
  )
}
