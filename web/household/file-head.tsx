import type { HouseholdFile } from '../../api/households/household.contract.ts'
import { useBegin } from '../intake/intake-start.tsx'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useOffice } from '../office/use-office.ts'
import { PageHead } from '../ui/section.tsx'
import { Tag } from '../ui/tag.tsx'
import { ActionButton } from './action-button.tsx'
import { useDeedWords } from './deed-words.ts'
import type { OpenDeed } from './file-deeds.ts'
import { type FileWord, useFileWords } from './file-words.ts'
import { nameOf } from './leaving-dialogs.tsx'

/** Whose file it is, why the officer sees it, and what waits in it. A family is named as people, its number stands below. */
export function FileHead({ file, open }: Readonly<{ file: HouseholdFile; open: OpenDeed }>) {
  const w = useFileWords()
  const d = useDeedWords()
  const { format } = useOffice()
  const begin = useBegin()
  const head = file.people.find(one => one.role === 'head' && one.diedOn === null) ?? file.people[0]
  const living = file.people.filter(one => one.diedOn === null).length
  const name = head ? nameOf(head) : w('file', { no: file.fileNo })
  const { ground } = file
  const until =
    ground.until === null
      ? ''
      : new Date(ground.until).toLocaleTimeString('tr-TR', { hour: '2-digit', minute: '2-digit' })
  const lead = [
    w('file', { no: file.fileNo }),
    `${file.address.neighbourhood.name}, ${file.address.district.name}`,
    w(`ground.${ground.kind}` as FileWord, { until }),
    file.dissolvedOn ? w('dissolved', { day: format.day(file.dissolvedOn) }) : '',
    file.people.some(one => one.isSynthetic) ? w('synthetic') : '',
    file.joinedFrom.length > 0 ? w('joinedFrom', { list: file.joinedFrom.map(one => one.fileNo).join(', ') }) : '',
  ]
  const { joinedInto } = file
  const applying = { householdId: file.id, applicantPerson: head && head.diedOn === null ? `id:${head.id}` : '' }
  return (
    <>
      <PageHead title={living > 1 ? w('family', { name }) : name} lead={lead.filter(Boolean).join(' · ')}>
        <ActionButton why={file.actions.note} label={d('note.do')} onAct={() => open({ kind: 'note' })} />
        <ActionButton why={file.actions.apply} label={d('apply.do')} onAct={() => void begin.run(applying, null)} />
      </PageHead>
      <ProblemNotice problem={begin.problem} />
      {joinedInto && (
        <Waits text={w('joinedInto', { no: joinedInto.fileNo })} label={w('openJoined')} to={`file/${joinedInto.id}`} />
      )}
      {file.duplicates[0] && (
        <Waits
          text={w('duplicates', { n: file.duplicates.length })}
          label={w('toDuplicates')}
          to={`duplicates/${file.duplicates[0].id}`}
        />
      )}
      {file.proposals.length > 0 && (
        <Waits
          text={w('proposals', { n: file.proposals.length })}
          label={w('toProposals')}
          to={`proposals/${file.id}`}
        />
      )}
    </>
  )
}

/** Something of the file that waits elsewhere, and the way there. */
function Waits({ text, label, to }: Readonly<{ text: string; label: string; to: string }>) {
  const { href } = useOffice()
  return (
    <p className="file-waits">
      <Tag tone="wait">{text}</Tag> <a href={href(to)}>{label}</a>
    </p>
  )
}
