import { type SyntheticEvent, useState } from 'react'
import { ApiProblem } from '../app/api.ts'
import type { SessionOf } from '../session/use-session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { type ShellWords, useShellWords } from './shell-words.ts'

type Props = Readonly<{ session: SessionOf; onDone: (isSignedIn: boolean) => void }>

/** The session ended while somebody was writing: asks for the password over the page and keeps everything under it. */
export function SignInAgain({ session, onDone }: Props) {
  const w = useShellWords()
  const [password, setPassword] = useState('')
  const [wrong, setWrong] = useState('')
  const [isBusy, setBusy] = useState(false)
  const { officer } = session
  if (!officer) return null
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!password) return setWrong(w('again.empty'))
    setBusy(true)
    session.signIn({ username: officer.username, password }).then(
      () => onDone(true),
      (error: unknown) => {
        setBusy(false)
        setWrong(reasonOf(error, w))
      },
    )
  }
  return (
    <Dialog title={w('again.title')} onClose={() => onDone(false)}>
      <form className="form" onSubmit={submit} noValidate>
        <p>{w('again.text')}</p>
        <p className="quiet">{w('again.who', { name: officer.displayName })}</p>
        <TextField
          id="sign-in-again-password"
          label={w('again.password')}
          type="password"
          autoComplete="current-password"
          autoFocus
          value={password}
          onChange={setPassword}
          error={wrong}
        />
        <div className="actions">
          <button type="submit" className="button is-main" disabled={isBusy}>
            {w('again.act')}
          </button>
          <button type="button" className="button" onClick={() => onDone(false)}>
            {w('again.later')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function reasonOf(error: unknown, w: ShellWords): string {
  if (!(error instanceof ApiProblem)) return w('problem.internal')
  if (error.status === 0 || error.status === 503) return w('again.offline')
  return error.status === 429 ? w('again.tooMany') : w('again.wrong')
}
