import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { adoptScheme } from './adopt-scheme.ts'
import { draftScheme, saveScheme, withdrawScheme } from './draft-scheme.ts'
import {
  AdoptScheme,
  DraftScheme,
  Fault,
  SaveScheme,
  SchemeList,
  SchemePage,
  SchemeVersion,
  SimulateScheme,
  StoredSimulation,
  WithdrawScheme,
} from './schemes.contract.ts'
import * as example from './schemes.examples.ts'
import { showScheme, showSchemes } from './show-schemes.ts'
import { readCandidate, runSimulation, storeSimulation } from './simulate-scheme.ts'

const Params = z.object({ version: SchemeVersion })
const tags = ['score schemes']
const Drafted = z.object({ version: z.string(), edition: z.number().int() })
const Saved = z.object({ edition: z.number().int(), faults: z.array(Fault) })
const Adopted = z.object({ version: z.string(), state: z.literal('adopted'), effectiveFrom: z.iso.date() })

/** /api/score-schemes: drafted and adopted by the admin on the commission's decision, read by who answers for scores. */
export const schemeRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/score-schemes',
    {
      config: { action: 'scheme.read' },
      schema: { summary: 'Every version', tags, response: { 200: SchemeList.meta({ examples: [example.SCHEMES] }) } },
    },
    request => read(db, request, showSchemes),
  )
  app.get(
    '/api/score-schemes/:version',
    {
      config: { action: 'scheme.read' },
      schema: {
        summary: 'One version, its faults and its simulation',
        tags,
        params: Params,
        response: { 200: SchemePage.meta({ examples: [example.SCHEME_PAGE] }) },
      },
    },
    request => read(db, request, trx => showScheme(trx, request.params.version)),
  )
  app.post(
    '/api/score-schemes',
    {
      config: { action: 'scheme.draft' },
      schema: {
        summary: 'Begin a draft as a copy',
        tags,
        body: DraftScheme.meta({ examples: [example.DRAFT] }),
        response: { 200: Drafted.meta({ examples: [example.DRAFTED] }) },
      },
    },
    request => write(db, request, (trx, actor) => draftScheme(trx, actor, request.body)),
  )
  app.put(
    '/api/score-schemes/:version',
    {
      config: { action: 'scheme.draft' },
      schema: {
        summary: 'Save a draft; answers what is still wrong',
        tags,
        params: Params,
        body: SaveScheme.meta({ examples: [example.SAVE] }),
        response: { 200: Saved.meta({ examples: [example.SAVED] }) },
      },
    },
    request =>
      write(db, request, async (trx, actor) => {
        const { edition, faults } = await saveScheme(trx, actor, {
          version: request.params.version,
          body: request.body,
        })
        return { edition, faults: faults.map(fault => ({ ...fault, path: [...fault.path] })) }
      }),
  )
  app.post(
    '/api/score-schemes/:version/withdraw',
    {
      config: { action: 'scheme.draft' },
      schema: {
        summary: 'Give a draft up',
        tags,
        params: Params,
        body: WithdrawScheme.meta({ examples: [example.WITHDRAW] }),
        response: { 200: z.object({ state: z.literal('withdrawn') }).meta({ examples: [{ state: 'withdrawn' }] }) },
      },
    },
    request => write(db, request, (trx, actor) => withdrawScheme(trx, actor, { ...request.params, ...request.body })),
  )
  app.post(
    '/api/score-schemes/:version/simulate',
    {
      config: { action: 'scheme.simulate', rateLimit: { max: 6, timeWindow: '1 minute' } },
      schema: {
        summary: 'Who would flip, where, at what cost: disclosure-safe aggregates',
        tags,
        params: Params,
        body: SimulateScheme.meta({ examples: [example.SIMULATE] }),
        response: { 200: StoredSimulation.meta({ examples: [example.SIMULATION] }) },
      },
    },
    async request => {
      const { version } = request.params
      const of = { version, edition: request.body.edition }
      const candidate = await read(db, request, (trx, actor) => readCandidate(trx, actor, of))
      const simulation = await runSimulation(db, candidate, request.body)
      return write(db, request, (trx, actor) => storeSimulation(trx, actor, { version, simulation }))
    },
  )
  app.post(
    '/api/score-schemes/:version/adopt',
    {
      config: { action: 'scheme.adopt' },
      schema: {
        summary: 'Adopt a draft from a day to come, on a decision of the commission',
        tags,
        params: Params,
        body: AdoptScheme.meta({ examples: [example.ADOPT] }),
        response: { 200: Adopted.meta({ examples: [example.ADOPTED] }) },
      },
    },
    request =>
      write(db, request, (trx, actor) =>
        adoptScheme(trx, actor, { version: request.params.version, body: request.body }),
      ),
  )
}
