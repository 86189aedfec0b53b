import { useEffect } from 'react'
import { Icon } from '../ui/icon.tsx'
import { useShellWords } from './shell-words.ts'

type Props = Readonly<{ asked: Readonly<{ settle: (is: boolean) => void }> }>

const TRY_EVERY_MS = 15_000

/** Something waits to be saved until the server is back: tries by itself, at once when the network says it is back. */
export function ConnectionLine({ asked }: Props) {
  const w = useShellWords()
  useEffect(() => {
    const go = () => asked.settle(true)
    const timer = setInterval(go, TRY_EVERY_MS)
    addEventListener('online', go)
    return () => {
      clearInterval(timer)
      removeEventListener('online', go)
    }
  }, [asked])
  return (
    <div className="connection-line" role="alert">
      <Icon name="warning" />
      <span>{w('wait.text')}</span>
      <button type="button" className="button" onClick={() => asked.settle(true)}>
        {w('wait.retry')}
      </button>
      <button type="button" className="text-button" onClick={() => asked.settle(false)}>
        {w('wait.giveUp')}
      </button>
    </div>
  )
}
