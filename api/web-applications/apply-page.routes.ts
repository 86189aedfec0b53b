import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
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
import { readApplyForm } from './read-apply-form.ts'
import { sendWebApplication, showWebStatus } from './send-web-application.ts'
import { WebApplication } from './web-application.contract.ts'
import { findChoices } from './web-application.queries.ts'
import { findWebIssues, WEB_ISSUE } from './web-application.rules.ts'

const BODY_LIMIT = 16 * 1024
const Query = z.object({ lang: z.string().max(10).optional(), no: z.string().max(60).optional() })
const hidden = { schema: { hide: true, querystring: Query } }
const STATUS_PATH = '/basvuru/durum'

/** /basvuru: the public form, whole without a script; web/apply turns it into steps where one runs. */
export const applyPageRoutes: Slice = async (outer, deps) => {
  await outer.register(async app => {
    // Only here, and only from our own pages (the refusal of other sites' writes stands before it).
    app.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, new URLSearchParams(String(body))),
    )
    app.get('/basvuru', hidden, (request, reply) => showForm(visitOf(deps, request, reply)))
    app.get(STATUS_PATH, hidden, (request, reply) => showState(visitOf(deps, request, reply)))
    app.post('/basvuru', { ...hidden, bodyLimit: BODY_LIMIT }, (request, reply) =>
      takeForm(visitOf(deps, request, reply)),
    )
  })
}

/** One visit of the page: who asks, in which language. */
type Visit = Readonly<{ deps: Deps; request: FastifyRequest; reply: FastifyReply; language: 'tr' | 'en' }>

function visitOf(deps: Deps, request: FastifyRequest, reply: FastifyReply): Visit {
  const { lang } = request.query as z.infer<typeof Query>
  return { deps, request, reply, language: lang === 'en' || lang === 'tr' ? lang : languageOf(request) }
}

/** Fills the built page (web/apply) in. */
function sendPage({ deps, reply, language }: Visit, body: Html, path = '/basvuru'): FastifyReply {
  const shell = join(deps.webFolder ?? '', 'apply/index.html')
  if (!existsSync(shell)) throw problem('not-found', 'web/dist/apply: npm run build')
  const t = sayApply(language)
  const other = language === 'tr' ? 'en' : 'tr'
  const links = html`<a href="${path}?lang=${other}" lang="${other}" hreflang="${other}">${t('otherLanguage')}</a>
    <a href="${STATUS_PATH}?lang=${language}">${t('statusLink')}</a>`
  const page = readFileSync(shell, 'utf8')
    .replace('<html lang="tr">', `<html lang="${language}">`)
    .replace(/<title>.*?<\/title>/, () => html`<title>${t('title')} · Komşu</title>`.text)
    .replace('<!--links-->', () => links.text)
    .replace('<!--page-->', () => body.text)
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
}

async function formOf({ deps, language }: Visit, change: Partial<Form> = {}): Promise<Form> {
  const choices = await asService(deps.db, 'counter', findChoices)
  return { language, key: randomUUID(), choices, typed: {}, requests: [], faults: [], ...change }
}

async function showForm(visit: Visit): Promise<FastifyReply> {
  return sendPage(visit, drawApplyForm(await formOf(visit)))
}

async function showState(visit: Visit): Promise<FastifyReply> {
  const { deps, request, reply, language } = visit
  const { no } = request.query as z.infer<typeof Query>
  if (!no) return sendPage(visit, drawStatus(language, '', undefined), STATUS_PATH)
  try {
    return sendPage(visit, drawStatus(language, no, await showWebStatus(deps.db, no, request.ip)), STATUS_PATH)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    reply.code(error.status)
    if (error.type === 'too-many-requests') return sendPage(visit, drawSorry(language, 'busy'), STATUS_PATH)
    if (error.type === 'not-found') return sendPage(visit, drawStatus(language, no, null), STATUS_PATH)
    throw error
  }
}

/** The form sent without a script: the number, or the form again with what was typed and what to mend. */
async function takeForm(visit: Visit): Promise<FastifyReply> {
  const { deps, request, reply, language } = visit
  const fields = request.body instanceof URLSearchParams ? request.body : new URLSearchParams()
  const typed = Object.fromEntries([...fields].filter(([name]) => name !== 'requests'))
  const key = z.uuid().safeParse(typed.key).data ?? randomUUID()
  const again = await formOf(visit, { typed, requests: fields.getAll('requests'), key })
  const refuse = (faults: Form['faults']) =>
    sendPage({ ...visit, reply: reply.code(400) }, drawApplyForm({ ...again, faults }))
  const form = readApplyForm(fields)
  const issues = findWebIssues(form, { today: again.choices.today })
  if (issues.length > 0) return refuse(issues.map(({ field, code }) => ({ field, why: WEB_ISSUE[code][language] })))
  const read = WebApplication.safeParse(form)
  if (!read.success)
    return refuse(read.error.issues.map(issue => ({ field: String(issue.path[0]), why: issue.message })))
  try {
    const { trackingNo } = await sendWebApplication(deps.db, { form: read.data, key, address: request.ip, language })
    return sendPage(visit, drawSent(language, trackingNo))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.type === 'invalid-input') return refuse(error.details.fields as Form['faults'])
    if (error.type !== 'too-many-requests') throw error
    reply.code(429)
    return sendPage(visit, drawSorry(language, 'busy'))
  }
}
