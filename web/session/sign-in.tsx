import { type SyntheticEvent, useEffect, useRef, useState } from 'react'
import { ApiProblem } from '../app/api.ts'
import type { Key, Translate } from '../i18n/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { SessionOf } from './use-session.ts'

type Props = Readonly<{ session: SessionOf; t: Translate; onDone: () => void }>

const DEMO_PASSWORD = 'komsu'

/** The door for those who work with files; with the demo accounts beside it where there are any. */
export default function SignInDialog({ session, t, onDone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [isSeen, setSeen] = useState(false)
  const [wrong, setWrong] = useState<Key | null>(null)
  const [isBusy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!username || !password) return setWrong('session.empty')
    setBusy(true)
    session.signIn({ username, password }).then(onDone, (error: unknown) => {
      setBusy(false)
      setWrong(reasonOf(error))
    })
  }
  return (
    <dialog ref={dialog} className="sign-in" aria-labelledby="sign-in-title" onClose={onDone}>
      <form onSubmit={submit} noValidate>
        <div className="dialog-head">
          <h2 id="sign-in-title">{t('session.signIn')}</h2>
          <IconButton icon="close" label={t('ui.close')} onClick={onDone} />
        </div>
        <p className="panel-note">{t('session.hint')}</p>
        {wrong && (
          <div className="error-summary" role="alert">
            <strong>{t('session.summary')}</strong>
            <a href="#sign-in-name">{t(wrong)}</a>
          </div>
        )}
        <label className="field" htmlFor="sign-in-name">
          <span>{t('session.username')}</span>
          <input
            id="sign-in-name"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={wrong !== null}
            value={username}
            onChange={event => setUsername(event.target.value)}
          />
        </label>
        <label className="field" htmlFor="sign-in-password">
          <span>{t('session.password')}</span>
          <input
            id="sign-in-password"
            type={isSeen ? 'text' : 'password'}
            autoComplete="current-password"
            aria-invalid={wrong !== null}
            value={password}
            onChange={event => setPassword(event.target.value)}
          />
        </label>
        <label className="check">
          <input type="checkbox" checked={isSeen} onChange={event => setSeen(event.target.checked)} />
          <span>{t('session.showPassword')}</span>
        </label>
        <button type="submit" className="button is-main" disabled={isBusy}>
          {t('session.signIn')}
        </button>
      </form>
      {session.demoAccounts.length > 0 && (
        <section className="demo-accounts">
          <h3>{t('session.demo')}</h3>
          <p className="panel-note">{t('session.demoHint')}</p>
          <ul>
            {session.demoAccounts.map(account => (
              <li key={account.username}>
                <button
                  type="button"
                  className="demo-account"
                  onClick={() => {
                    setUsername(account.username)
                    setPassword(DEMO_PASSWORD)
                    setWrong(null)
                  }}
                >
                  <strong>{account.username}</strong>
                  <small>{account.displayName}</small>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </dialog>
  )
}

function reasonOf(error: unknown): Key {
  if (!(error instanceof ApiProblem)) return 'state.noServer'
  if (error.status === 401 || error.status === 403) return 'session.wrong'
  if (error.status === 429) return 'session.tooMany'
  return error.status === 400 ? 'session.empty' : 'state.noServer'
}
