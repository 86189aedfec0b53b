import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react'

export type Tab = Readonly<{ id: string; label: string; count?: number }>

type Props = Readonly<{
  label: string
  tabs: readonly Tab[]
  active: string
  onChange: (id: string) => void
  /** The panel of the active tab. */
  children: ReactNode
}>

/** Tabs after the ARIA Authoring Practices: arrows choose, Tab goes on into the panel. */
export function Tabs({ label, tabs, active, onChange, children }: Props) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent) => {
    const at = stepTo(
      event.key,
      tabs.findIndex(tab => tab.id === active),
      tabs.length,
    )
    const next = at === null ? undefined : tabs[at]
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[at ?? 0]?.focus()
  }
  return (
    <div className="tabs">
      <div className="tab-list" role="tablist" aria-label={label} ref={list} onKeyDown={onKeyDown}>
        {tabs.map(tab => (
          <button
            type="button"
            key={tab.id}
            id={`${id}-${tab.id}`}
            role="tab"
            aria-selected={tab.id === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count !== undefined && <span className="count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a panel without anything to press must be reached too (ARIA APG) */}
      <div className="tab-panel" role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${active}`} tabIndex={0}>
        {children}
      </div>
    </div>
  )
}

function stepTo(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight') return (at + 1) % count
  if (key === 'ArrowLeft') return (at - 1 + count) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : null
}
