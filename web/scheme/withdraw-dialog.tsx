import type { SchemePage } from '../../api/scores/schemes.contract.ts'
import { ProblemNotice } from '../office/problem-notice.tsx'
import { useDeed } from '../office/use-deed.ts'
import { useOffice } from '../office/use-office.ts'
import { Dialog } from '../ui/dialog.tsx'
import { useToast } from '../ui/toast.tsx'
import type { Draft } from './use-draft.ts'
import { useWords } from './words.ts'

type Props = Readonly<{ page: SchemePage; draft: Draft; onClose: () => void; onWithdrawn: () => void }>

export function WithdrawDialog({ page, draft, onClose, onWithdrawn }: Props) {
  const { client } = useOffice()
  const w = useWords()
  const toast = useToast()
  const withdraw = useDeed(async () => {
    const edition = await draft.settle()
    await client.write(`/api/score-schemes/${page.version}/withdraw`, { edition })
    toast(w('withdraw.done'))
    onWithdrawn()
  })
  return (
    <Dialog title={w('withdraw')} onClose={onClose}>
      <p>{w('withdraw.sure')}</p>
      <ProblemNotice problem={withdraw.problem} />
      <div className="actions">
        <button type="button" className="button is-main" disabled={withdraw.isBusy} onClick={() => void withdraw.run()}>
          {w('withdraw')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {w('cancel')}
        </button>
      </div>
    </Dialog>
  )
}
