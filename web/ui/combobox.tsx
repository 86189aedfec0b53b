import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { Icon } from './icon.tsx'

export type Choice = Readonly<{ key: string; label: string; detail: string }>

type Props = Readonly<{
  label: string
  placeholder: string
  text: string
  onText: (text: string) => void
  choices: readonly Choice[]
  /** Said under the field when there is something to say and nothing to choose. */
  message: string | null
  /** Read out when the choices change. */
  announcement: string
  onChoose: (key: string) => void
  inputRef?: RefObject<HTMLInputElement | null>
}>

/** A field that offers choices while one types (ARIA 1.2 combobox with a listbox). */
export function Combobox(props: Props) {
  const { label, placeholder, text, onText, choices, message, announcement, onChoose, inputRef } = props
  const [isOpen, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const id = useId()
  const isListed = isOpen && choices.length > 0
  const choose = (at: number) => {
    const choice = choices[at]
    if (!choice) return
    onChoose(choice.key)
    setOpen(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keyAction(event.key, { active, count: choices.length, isListed })
    if (!act) return
    if (event.key !== 'Tab') event.preventDefault()
    if (act.close) setOpen(false)
    if (act.open) setOpen(true)
    if (act.active !== undefined) setActive(act.active)
    if (act.choose) choose(active)
  }
  return (
    <div className="combobox">
      <Icon name="search" />
      <input
        ref={inputRef}
        type="search"
        role="combobox"
        aria-label={label}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${id}-${active}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={placeholder}
        value={text}
        onChange={event => {
          onText(event.target.value)
          setActive(0)
          setOpen(true)
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="combobox-list" hidden={!isListed}>
        {choices.map((choice, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
          <div
            key={choice.key}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            className="combobox-choice"
            onPointerDown={event => event.preventDefault()}
            onPointerEnter={() => setActive(at)}
            onClick={() => choose(at)}
          >
            <span>{choice.label}</span>
            <small>{choice.detail}</small>
          </div>
        ))}
      </div>
      {isOpen && message && <p className="combobox-message">{message}</p>}
      <span className="unseen" role="status">
        {isOpen ? announcement : ''}
      </span>
    </div>
  )
}

type Act = { active?: number; open?: boolean; close?: boolean; choose?: boolean }

function keyAction(key: string, at: { active: number; count: number; isListed: boolean }): Act | null {
  const last = at.count - 1
  if (key === 'ArrowDown') return { open: true, active: at.isListed ? Math.min(at.active + 1, last) : 0 }
  if (key === 'ArrowUp') return { open: true, active: Math.max(at.active - 1, 0) }
  if (!at.isListed) return null
  if (key === 'Home') return { active: 0 }
  if (key === 'End') return { active: last }
  if (key === 'Enter') return { choose: true }
  return key === 'Escape' ? { close: true } : null
}
