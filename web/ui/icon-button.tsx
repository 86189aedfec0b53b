import type { ButtonHTMLAttributes } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = Readonly<{ icon: IconName; label: string }> & ButtonHTMLAttributes<HTMLButtonElement>

/** A button that shows only an icon; its name is read out and shown as a tooltip. */
export function IconButton({ icon, label, className = '', ...rest }: Props) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
