import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { IdParams } from './activities.contract.ts'
import { approvePlan, getPlan, returnPlan, showPlans } from './decide-plan.ts'
import { neighbourhoodGround } from './neighbourhood-ground.ts'
import * as example from './plans.examples.ts'
import { proposeWeeklyPlan } from './propose-weekly-plan.ts'
import { submitPlan, withdrawPlan } from './submit-plan.ts'
import {
  DecidePlan,
  PlanPage,
  PlansQuery,
  Proposal,
  ProposePlan,
  ReturnPlan,
  SubmitPlan,
  SubmittedPlan,
  WeeklyPlans,
} from './weekly-plans.contract.ts'

const tags = ['weekly plans']

/** /api/weekly-plans: proposed by Komşu, accepted by the chief, approved by the manager. */
export const weeklyPlanRoutes: Slice = (app, { db }) => {
  const ground = neighbourhoodGround(db)
  app.post(
    '/api/weekly-plans/propose',
    {
      config: { action: 'plan.propose', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        summary: 'Propose a balanced plan of a week; nothing is stored',
        tags,
        body: ProposePlan.meta({ examples: [example.PROPOSE] }),
        response: { 200: Proposal.meta({ examples: [example.PROPOSAL] }) },
      },
    },
    async request => {
      const neighbourhoods = await ground()
      return read(db, request, (trx, actor) => proposeWeeklyPlan(trx, actor, { wanted: request.body, neighbourhoods }))
    },
  )
  app.post(
    '/api/weekly-plans',
    {
      config: { action: 'plan.submit' },
      schema: {
        summary: 'Send a week to the manager',
        tags,
        body: SubmitPlan.meta({ examples: [example.SUBMIT] }),
        response: { 200: SubmittedPlan.meta({ examples: [example.SUBMITTED] }) },
      },
    },
    async request => {
      const neighbourhoods = await ground()
      return write(db, request, (trx, actor) => submitPlan(trx, actor, { plan: request.body, neighbourhoods }))
    },
  )
  app.get(
    '/api/weekly-plans',
    {
      config: { action: 'plan.list' },
      schema: {
        summary: 'Weekly plans, newest first',
        tags,
        querystring: PlansQuery,
        response: { 200: WeeklyPlans.meta({ examples: [example.PLANS] }) },
      },
    },
    request => read(db, request, trx => showPlans(trx, request.query)),
  )
  app.get(
    '/api/weekly-plans/:id',
    {
      config: { action: 'plan.list' },
      schema: {
        summary: 'A week by inspector; its visits only for the chief',
        tags,
        params: IdParams,
        response: { 200: PlanPage.meta({ examples: [example.PLAN_PAGE] }) },
      },
    },
    async request => {
      const neighbourhoods = await ground()
      return read(db, request, (trx, actor) => getPlan(trx, actor, { id: request.params.id, neighbourhoods }))
    },
  )
  app.post(
    '/api/weekly-plans/:id/withdraw',
    {
      config: { action: 'plan.submit' },
      schema: {
        summary: 'Take back a plan of one’s own that waits',
        tags,
        params: IdParams,
        body: DecidePlan.meta({ examples: [example.DECIDE] }),
        response: { 200: SubmittedPlan.meta({ examples: [example.SUBMITTED] }) },
      },
    },
    request =>
      write(db, request, (trx, actor) =>
        withdrawPlan(trx, actor, { id: request.params.id, version: request.body.version }),
      ),
  )
  app.post(
    '/api/weekly-plans/:id/approve',
    {
      config: { action: 'plan.decide' },
      schema: {
        summary: 'Approve a week: its visits are assigned and told',
        tags,
        params: IdParams,
        body: DecidePlan.meta({ examples: [example.DECIDE] }),
        response: { 200: PlanPage.meta({ examples: [example.PLAN_PAGE] }) },
      },
    },
    async request => {
      const asked = { id: request.params.id, neighbourhoods: await ground(), ...request.body }
      return write(db, request, (trx, actor) => approvePlan(trx, actor, asked))
    },
  )
  app.post(
    '/api/weekly-plans/:id/return',
    {
      config: { action: 'plan.decide' },
      schema: {
        summary: 'Return a week to the chief with words',
        tags,
        params: IdParams,
        body: ReturnPlan.meta({ examples: [example.RETURN] }),
        response: { 200: PlanPage.meta({ examples: [example.PLAN_PAGE] }) },
      },
    },
    async request => {
      const asked = { id: request.params.id, neighbourhoods: await ground(), ...request.body }
      return write(db, request, (trx, actor) => returnPlan(trx, actor, asked))
    },
  )
}
