/** Turns the public form, whole without a script, into steps: one tight group at a time, read once more, sent. */
import './apply.css'
import { APPLY_STEPS, type ApplyKey, sayApply } from '../../api/web-applications/apply-words.rules.ts'
import { findWebIssues, WEB_ISSUE } from '../../api/web-applications/web-application.rules.ts'
import { type Fault, showFaults } from './faults.ts'
import { forget, keep, putBack, readForm } from './form-state.ts'
import { drawReview } from './review.ts'
import { send, whenBack } from './send.ts'

const language = document.documentElement.lang === 'en' ? 'en' : 'tr'
const t = sayApply(language)
const LAST = APPLY_STEPS.length

function begin(form: HTMLFormElement): void {
  const kept = putBack(form)
  const openedAt = kept?.openedAt ?? Date.now()
  const steps = [...form.querySelectorAll<HTMLElement>('.step')]
  const count = element('p', 'hint')
  const review = element('section', 'step')
  const news = element('p', 'saved')
  news.setAttribute('role', 'status')
  news.hidden = true
  const main = form.querySelector<HTMLButtonElement>('button.main') ?? element('button', 'main')
  const back = element('button', '')
  back.type = 'button'
  back.textContent = t('back')
  main.before(back)
  form.prepend(count)
  main.parentElement?.before(review, news)
  let at = 0
  let isSending = false

  function show(step: number, focus = true): void {
    at = Math.min(Math.max(step, 0), LAST)
    steps.forEach((one, index) => {
      one.hidden = index !== at
    })
    review.hidden = at !== LAST
    if (at === LAST) fillReview()
    count.textContent = t('step', { n: at + 1, all: LAST + 1 })
    back.hidden = at === 0
    main.textContent = t(at === LAST ? 'send' : 'next')
    keep(form, at, openedAt)
    if (focus) headOf(at === LAST ? review : steps[at])
  }

  function fillReview(): void {
    const title = document.createElement('h2')
    title.textContent = t('review')
    review.replaceChildren(
      title,
      drawReview(form, key => t(key as ApplyKey), show),
    )
  }

  function faultsHere(): Fault[] {
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Istanbul' })
    const fields: readonly string[] = APPLY_STEPS[at]?.fields ?? []
    return findWebIssues(readForm(form, openedAt), { today })
      .filter(issue => (at === LAST ? issue.code !== 'too_fast' : fields.includes(issue.field)))
      .map(({ field, code }) => ({ field, why: WEB_ISSUE[code][language] }))
  }

  function goTo(field: string): void {
    const step = APPLY_STEPS.findIndex(one => (one.fields as readonly string[]).includes(field))
    if (step >= 0 && step !== at) show(step, false)
    document.getElementById(field)?.focus()
  }

  async function go(): Promise<void> {
    const faults = faultsHere()
    showFaults(faults, goTo)
    if (faults.length > 0) return
    if (at < LAST) return show(at + 1)
    if (isSending) return
    isSending = true
    say('sending')
    main.setAttribute('aria-disabled', 'true')
    await sendUntilAnswered()
    main.removeAttribute('aria-disabled')
    isSending = false
  }

  async function sendUntilAnswered(): Promise<void> {
    const outcome = await send(readForm(form, openedAt), keyOf(form), language)
    if (outcome.is === 'sent') return done(outcome.trackingNo)
    if (outcome.is === 'offline') {
      say('offline')
      await whenBack()
      return sendUntilAnswered()
    }
    if (outcome.is === 'faulty') {
      say(null)
      return showFaults(outcome.faults, goTo)
    }
    say(outcome.is)
  }

  function say(key: ApplyKey | null): void {
    news.hidden = key === null
    news.textContent = key === null ? '' : t(key)
  }

  form.addEventListener('submit', event => {
    event.preventDefault()
    void go()
  })
  form.addEventListener('input', () => keep(form, at, openedAt))
  back.onclick = () => show(at - 1)
  show(kept?.step ?? 0, kept !== null)
}

function element<K extends 'p' | 'section' | 'button'>(kind: K, name: string): HTMLElementTagNameMap[K] {
  const made = document.createElement(kind)
  if (name) made.className = name
  return made
}

function keyOf(form: HTMLFormElement): string {
  const field = form.elements.namedItem('key')
  return field instanceof HTMLInputElement ? field.value : ''
}

/** A new step begins where it begins, for eyes and for a screen reader. */
function headOf(step: HTMLElement | undefined): void {
  const head = step?.querySelector<HTMLElement>('legend, h2')
  if (!head) return
  head.tabIndex = -1
  head.focus()
  scrollTo(0, 0)
}

function done(trackingNo: string): void {
  forget()
  const section = element('section', '')
  section.id = 'done'
  section.tabIndex = -1
  const title = document.createElement('h1')
  title.textContent = t('doneTitle')
  const number = element('p', 'tracking')
  number.textContent = trackingNo
  const copy = element('button', '')
  copy.type = 'button'
  copy.textContent = t('copy')
  copy.onclick = () => void navigator.clipboard?.writeText(trackingNo).then(() => (copy.textContent = t('copied')))
  copy.hidden = !navigator.clipboard
  section.append(title, paragraph('doneText'), number, copy, paragraph('doneKeep'), paragraph('doneNext'))
  document.getElementById('main')?.replaceChildren(section)
  section.focus()
}

function paragraph(key: ApplyKey): HTMLElement {
  const made = element('p', '')
  made.textContent = t(key)
  return made
}

const form = document.getElementById('apply')
if (form instanceof HTMLFormElement) begin(form)
