import { APPLY_STEPS, type ApplyKey, sayApply } from './apply-words.rules.ts'
import { type Html, html } from './html.ts'
import type { Choices } from './web-application.queries.ts'

/** What was typed, by the names of the fields; `requests` are those ticked. */
export type Typed = Readonly<Record<string, string>> & Readonly<{ requests?: never }>
export type Form = Readonly<{
  language: 'tr' | 'en'
  key: string
  choices: Choices
  typed: Typed
  requests: readonly string[]
  /** What is wrong, by field. */
  faults: readonly { field: string; why: string }[]
}>

/** The whole form on one page; the script shows it step by step. */
export function drawApplyForm(form: Form): Html {
  const { language, faults } = form
  const t = sayApply(language)
  const bodies: Record<(typeof APPLY_STEPS)[number]['name'], Html> = {
    needs: drawNeeds(form),
    who: drawWho(form),
    home: drawHome(form),
    reach: html`${input(form, 'phone', { type: 'tel', autocomplete: 'tel', hint: 'phoneHint' })}
      <div class="field"><label for="note">${t('note')}</label><p class="hint" id="note-hint">${t('noteHint')}</p>
      <textarea id="note" name="note" rows="4" maxlength="1500" aria-describedby="note-hint">${form.typed.note}</textarea></div>`,
    privacy: drawPrivacy(form),
  }
  return html`<h1>${t('title')}</h1><p class="lead">${t('lead')}</p>
    <div id="faults" class="faults" tabindex="-1" role="alert" ${faults.length === 0 ? html`hidden` : ''}>
      <h2>${t('errors')}</h2><ul>${faults.map(one => html`<li><a href="#${one.field}">${one.why}</a></li>`)}</ul></div>
    <form method="post" action="/basvuru?lang=${language}" id="apply" novalidate>
      <input type="hidden" name="key" value="${form.key}">
      ${APPLY_STEPS.map(({ name }) => html`<fieldset class="step" data-step="${name}"><legend>${t(name)}</legend>${bodies[name]}</fieldset>`)}
      <div class="trap" aria-hidden="true"><label>${t('trap')}<input name="website" tabindex="-1" autocomplete="off"></label></div>
      <div class="actions"><button type="submit" class="main">${t('send')}</button></div>
    </form>`
}

function faultOf({ faults }: Form, field: string): Html | null {
  const found = faults.find(one => one.field === field)
  return found ? html`<p class="fault" id="${field}-fault">${found.why}</p>` : null
}

type Look = Readonly<{ type?: string; inputmode?: string; autocomplete?: string; hint?: ApplyKey; size?: number }>

function input(
  form: Form,
  name: ApplyKey,
  { type = 'text', inputmode, autocomplete = 'off', hint, size }: Look = {},
): Html {
  const t = sayApply(form.language)
  const fault = faultOf(form, name)
  const about = [hint && `${name}-hint`, fault && `${name}-fault`].filter(Boolean).join(' ')
  return html`<div class="field"><label for="${name}">${t(name)}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${t(hint)}</p>`}${fault}
    <input id="${name}" name="${name}" type="${type}" ${inputmode ? html`inputmode="${inputmode}"` : ''} autocomplete="${autocomplete}" value="${form.typed[name]}"
      ${size ? html`size="${size}" maxlength="${size + 4}"` : html`maxlength="200"`} ${about ? html`aria-describedby="${about}"` : ''} ${fault ? html`aria-invalid="true"` : ''}></div>`
}

function drawNeeds(form: Form): Html {
  const { language, choices, requests, typed } = form
  const t = sayApply(language)
  const kinds = [
    ['', 'no'],
    ['fire', 'fire'],
    ['disaster', 'disaster'],
    ['accident', 'accident'],
  ] as const
  return html`<p class="hint">${t('needsHint')}</p>${faultOf(form, 'requests')}<div id="requests" tabindex="-1">
    ${choices.aidTypes.map(
      aid =>
        html`<label class="choice"><input type="checkbox" name="requests" value="${aid.code}" ${requests.includes(aid.code) ? html`checked` : ''}><span>${aid[language]}</span></label>`,
    )}</div>
    <fieldset class="inner"><legend>${t('happened')}</legend><p class="hint">${t('happenedHint')}</p><div id="eventKind" tabindex="-1">
    ${kinds.map(([code, word]) => html`<label class="choice"><input type="radio" name="eventKind" value="${code}" ${(typed.eventKind ?? '') === code ? html`checked` : ''}><span>${t(word)}</span></label>`)}
    </div></fieldset>`
}

function drawWho(form: Form): Html {
  const t = sayApply(form.language)
  const part = (name: 'day' | 'month' | 'year', size: number) =>
    html`<label class="part">${t(name)}<input name="born-${name}" ${name === 'day' ? html`id="bornOn"` : ''} inputmode="numeric" autocomplete="bday-${name}" size="${size}" maxlength="${size}" value="${form.typed[`born-${name}`]}"></label>`
  return html`${input(form, 'givenName', { autocomplete: 'given-name' })}${input(form, 'familyName', { autocomplete: 'family-name' })}
    ${input(form, 'nationalId', { inputmode: 'numeric', hint: 'nationalIdHint', size: 11 })}
    <fieldset class="inner"><legend>${t('bornOn')}</legend><p class="hint">${t('bornHint')}</p>${faultOf(form, 'bornOn')}
    <div class="parts">${part('day', 2)}${part('month', 2)}${part('year', 4)}</div></fieldset>`
}

function drawHome(form: Form): Html {
  const { language, choices, typed } = form
  const t = sayApply(language)
  return html`<div class="field"><label for="districtId">${t('district')}</label>${faultOf(form, 'districtId')}
    <select id="districtId" name="districtId"><option value="">${t('choose')}</option>
    ${choices.districts.map(one => html`<option value="${one.id}" ${typed.districtId === String(one.id) ? html`selected` : ''}>${one.name}</option>`)}</select></div>
    <div class="field"><label for="address">${t('address')}</label><p class="hint" id="address-hint">${t('addressHint')}</p>${faultOf(form, 'address')}
    <textarea id="address" name="address" rows="3" maxlength="300" autocomplete="street-address" aria-describedby="address-hint">${typed.address}</textarea></div>
    ${input(form, 'people', { inputmode: 'numeric', hint: 'peopleHint', size: 2 })}`
}

function drawPrivacy(form: Form): Html {
  const { language, choices, typed } = form
  const t = sayApply(language)
  const consent = choices.consents.find(one => one.language === language)
  return html`<div class="consent" tabindex="0" role="region" aria-label="${consent?.title}"><h2>${consent?.title}</h2>
    ${(consent?.body ?? '').split('\n\n').map(paragraph => html`<p>${paragraph}</p>`)}</div>${faultOf(form, 'consentVersion')}
    <label class="choice"><input type="checkbox" id="consentVersion" name="consentVersion" value="${consent?.version}" ${typed.consentVersion ? html`checked` : ''}><span>${t('consent')}</span></label>`
}
