/** Everything read once more before it is sent. */
import { APPLY_STEPS, type ApplyKey } from '../../api/web-applications/apply-words.rules.ts'

type Say = (key: ApplyKey) => string

/** A list of what was answered, each with a way back to its step. */
export function drawReview(form: HTMLFormElement, t: Say, change: (step: number) => void): HTMLElement {
  const list = document.createElement('dl')
  list.className = 'review'
  APPLY_STEPS.forEach(({ name }, at) => {
    if (name === 'privacy') return
    const row = document.createElement('div')
    const title = document.createElement('dt')
    title.textContent = t(name)
    const said = document.createElement('dd')
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'small'
    button.textContent = t('change')
    button.setAttribute('aria-label', `${t('change')}: ${t(name)}`)
    button.onclick = () => change(at)
    const words = document.createElement('span')
    words.textContent = answersOf(form, name) || '–'
    said.append(words, button)
    row.append(title, said)
    list.append(row)
  })
  return list
}

function answersOf(form: HTMLFormElement, step: string): string {
  const part = form.querySelector(`[data-step="${step}"]`)
  if (!part) return ''
  const lines: string[] = []
  for (const field of part.querySelectorAll<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    'input, select, textarea',
  )) {
    if (field.name.startsWith('born-')) {
      if (field.name === 'born-day')
        lines.push(
          ['day', 'month', 'year']
            .map(one => fieldOf(form, `born-${one}`))
            .filter(Boolean)
            .join('.'),
        )
    } else if (field instanceof HTMLInputElement && /checkbox|radio/.test(field.type)) {
      if (field.checked && field.value) lines.push(field.closest('label')?.textContent?.trim() ?? '')
    } else if (field instanceof HTMLSelectElement)
      lines.push(field.value ? (field.selectedOptions[0]?.textContent ?? '') : '')
    else lines.push(labelled(field))
  }
  return lines.filter(Boolean).join('\n')
}

function labelled(field: HTMLInputElement | HTMLTextAreaElement): string {
  const label = field.labels?.[0]?.textContent?.trim()
  return field.value.trim() && label ? `${label}: ${field.value.trim()}` : ''
}

function fieldOf(form: HTMLFormElement, name: string): string {
  const field = form.elements.namedItem(name)
  return field instanceof HTMLInputElement ? field.value.trim() : ''
}
