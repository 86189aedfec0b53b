import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

type Say = (text: string) => void

const ToastContext = createContext<Say | null>(null)

const SHOWN_MS = 6000

/** Shows short sentences of what was done (“Kaydedildi 14:32”) and has them read out. */
export function ToastProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [said, setSaid] = useState({ text: '', at: 0 })
  const say = useCallback<Say>(text => setSaid(before => ({ text, at: before.at + 1 })), [])
  useEffect(() => {
    if (!said.text) return
    const timer = setTimeout(() => setSaid(before => ({ ...before, text: '' })), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [said])
  return (
    <ToastContext value={say}>
      {children}
      <div className="toast" role="status">
        {said.text && <span key={said.at}>{said.text}</span>}
      </div>
    </ToastContext>
  )
}

/** @throws outside <ToastProvider> */
export function useToast(): Say {
  const say = useContext(ToastContext)
  if (!say) throw new Error('useToast outside <ToastProvider>')
  return say
}
