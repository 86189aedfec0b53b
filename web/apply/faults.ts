/** Shows what is to mend: a summary on top linked to the fields, and a line at each field. */
export type Fault = Readonly<{ field: string; why: string }>

export function showFaults(faults: readonly Fault[], go: (field: string) => void): void {
  const box = document.getElementById('faults')
  if (!box) return
  for (const old of document.querySelectorAll('.fault')) old.remove()
  for (const old of document.querySelectorAll('[aria-invalid]')) old.removeAttribute('aria-invalid')
  box.hidden = faults.length === 0
  const list = box.querySelector('ul')
  list?.replaceChildren(...faults.map(fault => lineOf(fault, go)))
  for (const fault of faults) markField(fault)
  if (faults.length > 0) box.focus()
}

function lineOf({ field, why }: Fault, go: (field: string) => void): HTMLElement {
  const link = document.createElement('a')
  link.href = `#${field}`
  link.textContent = why
  link.onclick = event => {
    event.preventDefault()
    go(field)
  }
  const line = document.createElement('li')
  line.append(link)
  return line
}

function markField({ field, why }: Fault): void {
  const target = document.getElementById(field)
  if (!target) return
  target.setAttribute('aria-invalid', 'true')
  const line = document.createElement('p')
  line.className = 'fault'
  line.id = `${field}-fault`
  line.textContent = why
  const isGroup = !target.matches('input:not([type=checkbox]), textarea, select')
  const place = isGroup ? target : (target.closest('.parts') ?? target)
  if (!isGroup)
    target.setAttribute('aria-describedby', `${target.getAttribute('aria-describedby') ?? ''} ${line.id}`.trim())
  place.closest('.choice')?.before(line) ?? place.before(line)
}
