import { type ApplyKey, sayApply } from './apply-words.rules.ts'
import { type Html, html } from './html.ts'
import type { WebStatus } from './web-application.contract.ts'

type Language = 'tr' | 'en'

/** The number, large, with what to do with it. */
export function drawSent(language: Language, trackingNo: string): Html {
  const t = sayApply(language)
  return html`<section id="done" tabindex="-1"><h1>${t('doneTitle')}</h1><p>${t('doneText')}</p><p class="tracking" id="tracking">${trackingNo}</p>
    <p><strong>${t('doneKeep')}</strong></p><p>${t('doneNext')}</p></section>`
}

const STATE: Readonly<Record<WebStatus['state'], ApplyKey>> = {
  new: 'stateNew',
  in_review: 'stateInReview',
  taken: 'stateTaken',
  declined: 'stateDeclined',
}

/** The page that tells what became of an application; `found` undefined: nothing asked yet, null: no such number. */
export function drawStatus(language: Language, typed: string, found: WebStatus | null | undefined): Html {
  const t = sayApply(language)
  return html`<h1>${t('statusTitle')}</h1>
    ${found !== undefined && html`<div class="answer" role="status">${found === null ? html`<p>${t('unknown')}</p>` : drawFound(language, found)}</div>`}
    <form method="get" action="/basvuru/durum" class="stand-alone"><input type="hidden" name="lang" value="${language}">
    <div class="field"><label for="no">${t('trackingNo')}</label><p class="hint" id="no-hint">${t('trackingHint')}</p>
    <input id="no" name="no" value="${typed}" maxlength="20" autocapitalize="characters" autocomplete="off" spellcheck="false" aria-describedby="no-hint"></div>
    <div class="actions"><button type="submit" class="main">${t('ask')}</button></div></form>
    <p><a href="/basvuru?lang=${language}">${t('again')}</a></p>`
}

function drawFound(language: Language, { state, since, answer }: WebStatus): Html {
  const t = sayApply(language)
  return html`<p><strong>${t(STATE[state])}</strong></p>${answer && html`<p>${t(answer)}</p>`}<p>${t('since', { day: since.split('-').reverse().join('.') })}</p>`
}

/** Too many, or the server is away: said calmly, with what was typed gone nowhere. */
export function drawSorry(language: Language, key: 'busy' | 'failed'): Html {
  const t = sayApply(language)
  return html`<h1>${t('title')}</h1><p role="alert">${t(key)}</p><p><a href="/basvuru?lang=${language}">${t('again')}</a></p>`
}
