import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { languageOf } from '../platform/http/language.ts'
import type { Deps, Slice } from '../platform/http/slice.ts'
import { asService } from '../platform/officer.ts'
import { Problem, problem } from '../platform/problem.ts'
import { sayApply } from './apply-words.rules.ts'
import { drawSent, drawSorry, drawStatus } from './draw-answers.ts'
import { drawApplyForm, type Form } from './draw-apply-form.ts'
import { type Html, html } from './html.ts'
import { sendWebApplication, showWebStatus } from './send-web-application.ts'
import { WebApplication } from './web-application.contract.ts'
import { findChoices } from './web-application.queries.ts'
import { WEB_ISSUE } from './web-application.rules.ts'

const SHELL = resolve(import.meta.dirname, '../../web/dist/apply/index.html')
const BODY_LIMIT = 16 * 1024
const Query = z.object({ lang: z.string().max(10).optional(), no: z.string().max(60).optional() })
const hidden = { schema: { hide: true, querystring: Query } }

/** /basvuru: the public form, whole without a script; web/apply turns it into steps where one runs. */
export const applyPageRoutes: Slice = async (outer, deps) => {
  await outer.register(async app => {
    // Only here, and only from our own pages (the refusal of other sites' writes stands before it).
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    app.get('/basvuru', hidden, (request, reply) => showForm(deps, request, reply))
    app.get('/basvuru/durum', hidden, (request, reply) => showState(deps, request, reply))
    app.post('/basvuru', { ...hidden, bodyLimit: BODY_LIMIT }, (request, reply) => takeForm(deps, request, reply))
  })
}

function pageLanguage(request: FastifyRequest): 'tr' | 'en' {
  const { lang } = request.query as z.infer<typeof Query>
  return lang === 'en' || lang === 'tr' ? lang : languageOf(request)
}

/** Fills the built page (web/apply) in. */
function sendPage(reply: FastifyReply, language: 'tr' | 'en', body: Html, path = '/basvuru'): FastifyReply {
  if (!existsSync(SHELL)) throw problem('not-found', 'web/dist/apply: npm run build')
  const t = sayApply(language)
  const other = language === 'tr' ? 'en' : 'tr'
  const header = html`<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${t('otherLanguage')}</a>
    <a href="/basvuru/durum?lang=${language}">${t('statusLink')}</a>`
  const page = readFileSync(SHELL, 'utf8')
    .replace('<html lang="tr">', `<html lang="${language}">`)
    .replace(/<title>.*?<\/title>/, () => html`<title>${t('title')} · Komşu</title>`.text)
    .replace('<!--links-->', () => header.text)
    .replace('<!--page-->', () => body.text)
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
}

async function formOf({ db }: Deps, request: FastifyRequest, change: Partial<Form> = {}): Promise<Form> {
  const choices = await asService(db, 'counter', findChoices)
  return { language: pageLanguage(request), key: randomUUID(), choices, typed: {}, requests: [], faults: [], ...change }
}

async function showForm(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendPage(reply, pageLanguage(request), drawApplyForm(await formOf(deps, request)))
}

async function showState({ db }: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = pageLanguage(request)
  const { no } = request.query as z.infer<typeof Query>
  if (!no) return sendPage(reply, language, drawStatus(language, '', undefined), '/basvuru/durum')
  try {
    const found = await showWebStatus(db, no, request.ip)
    return sendPage(reply, language, drawStatus(language, no, found), '/basvuru/durum')
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.type === 'too-many-requests')
      return sendPage(reply.code(429), language, drawSorry(language, 'busy'), '/basvuru/durum')
    if (error.type !== 'not-found') throw error
    return sendPage(reply.code(404), language, drawStatus(language, no, null), '/basvuru/durum')
  }
}

/** The form sent without a script: the number, or the form again with what was typed and what to mend. */
async function takeForm(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = pageLanguage(request)
  const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const typed = Object.fromEntries([...fields].filter(([name]) => name !== 'requests'))
  const requests = fields.getAll('requests')
  const key = z.uuid().safeParse(typed.key).data ?? randomUUID()
  const again = async (faults: Form['faults']) =>
    sendPage(reply.code(400), language, drawApplyForm(await formOf(deps, request, { typed, requests, key, faults })))
  const read = WebApplication.safeParse(sentOf(typed, requests))
  if (!read.success) return again(faultsOf(read.error, language))
  try {
    const { trackingNo } = await sendWebApplication(deps.db, { form: read.data, key, address: request.ip, language })
    return sendPage(reply, language, drawSent(language, trackingNo))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.type === 'too-many-requests') return sendPage(reply.code(429), language, drawSorry(language, 'busy'))
    if (error.type !== 'invalid-input') throw error
    return again(error.details.fields as Form['faults'])
  }
}

function sentOf(typed: Record<string, string>, requests: string[]): Record<string, unknown> {
  const two = (part: string | undefined) => (part ?? '').trim().padStart(2, '0')
  return {
    ...typed,
    nationalId: (typed.nationalId ?? '').replace(/[\s.-]+/g, ''),
    bornOn: `${(typed['born-year'] ?? '').trim()}-${two(typed['born-month'])}-${two(typed['born-day'])}`,
    districtId: Number(typed.districtId) || 0,
    people: Number(typed.people) || 0,
    kind: typed.eventKind ? 'victim' : 'needy',
    eventKind: typed.eventKind || null,
    consentVersion: typed.consentVersion ?? '',
    requests,
    seconds: null,
  }
}

const OF_FIELD: Readonly<Record<string, keyof typeof WEB_ISSUE>> = {
  bornOn: 'born_too_long_ago',
  districtId: 'district',
  people: 'people',
  address: 'address',
  phone: 'phone',
  givenName: 'name',
  familyName: 'name',
  nationalId: 'national_id',
}

function faultsOf(error: z.ZodError, language: 'tr' | 'en'): Form['faults'] {
  const fields = [...new Set(error.issues.map(issue => String(issue.path[0] ?? 'form')))]
  return fields.map(field => ({ field, why: WEB_ISSUE[OF_FIELD[field] ?? 'request'][language] }))
}
