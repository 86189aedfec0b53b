import { AddPersonDialog } from './add-person-dialog.tsx'
import { CorrectPersonDialog } from './correct-person-dialog.tsx'
import { EndFactDialog } from './end-fact-dialog.tsx'
import { AddFactDialog, CorrectFactDialog } from './fact-dialogs.tsx'
import type { OpenedDeed } from './file-deeds.ts'
import { DeathDialog, GuardianDialog, LeaveDialog } from './leaving-dialogs.tsx'
import { MoveDialog, NoteDialog } from './other-dialogs.tsx'
import type { DialogProps } from './person-fields.tsx'

/** The dialog of what is being done. */
export function FileDialog({ deed, ...around }: DialogProps & Readonly<{ deed: OpenedDeed }>) {
  switch (deed.kind) {
    case 'add_person':
      return <AddPersonDialog {...around} />
    case 'move':
      return <MoveDialog {...around} />
    case 'fact':
      return <AddFactDialog {...around} />
    case 'note':
      return <NoteDialog {...around} />
    case 'correct_person':
      return <CorrectPersonDialog {...around} person={deed.person} />
    case 'guardian':
      return <GuardianDialog {...around} person={deed.person} />
    case 'leave':
      return <LeaveDialog {...around} person={deed.person} />
    case 'death':
      return <DeathDialog {...around} person={deed.person} />
    case 'correct_fact':
      return <CorrectFactDialog {...around} fact={deed.fact} />
    case 'end_fact':
      return <EndFactDialog {...around} fact={deed.fact} />
  }
}
