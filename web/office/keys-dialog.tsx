import { Dialog } from '../ui/dialog.tsx'
import { KeyHint } from '../ui/key-hint.tsx'
import { PAGE_KEYS } from './office-keys.rules.ts'
import { menuOf } from './pages.ts'
import { useShellWords } from './shell-words.ts'
import { useOffice } from './use-office.ts'

/** Every key, read from where it is defined. */
export function KeysDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { role } = useOffice()
  const w = useShellWords()
  const pages = menuOf(role).flatMap(name => {
    const key = PAGE_KEYS[name]
    return key ? [{ keys: ['g', key], text: w('keys.page', { page: w(`page.${name}`) }) }] : []
  })
  const all = [
    { keys: ['/'], text: w('keys.search') },
    ...pages,
    { keys: ['?'], text: w('keys.this') },
    { keys: ['Esc'], text: w('keys.close') },
  ]
  return (
    <Dialog title={w('keys.title')} onClose={onClose}>
      <dl className="key-list">
        {all.map(({ keys, text }) => (
          <div key={text}>
            <dt>
              <KeyHint keys={keys} />
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{w('keys.note', { key: 'g' })}</p>
    </Dialog>
  )
}
