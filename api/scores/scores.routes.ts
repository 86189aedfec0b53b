import { z } from 'zod'
import type { Slice } from '../platform/http/slice.ts'
import { read, write } from '../rights/door.ts'
import { previewScore } from './preview-score.ts'
import { scoreInspection } from './score-inspection.ts'
import { PastScore, Scored, ScorePreview } from './scores.contract.ts'
import { PAST_SCORE, PREVIEW, SCORED } from './scores.examples.ts'
import { showScore } from './show-score.ts'

const IdParams = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) })
const tags = ['scores']

/** Scores of households: what they would get today, what they got, and scoring again once missing facts are there. */
export const scoreRoutes: Slice = (app, { db }) => {
  app.get(
    '/api/households/:id/score-preview',
    {
      config: { action: 'score.preview' },
      schema: {
        summary: 'Neediness and score as of today, with their working; nothing is stored',
        tags,
        params: IdParams,
        response: { 200: ScorePreview.meta({ examples: [PREVIEW] }) },
      },
    },
    request => read(db, request, (trx, actor) => previewScore(trx, actor, request.params.id)),
  )
  app.get(
    '/api/scores/:id',
    {
      config: { action: 'score.read' },
      schema: {
        summary: 'A past score as it was made, with its reasons',
        tags,
        params: IdParams,
        response: { 200: PastScore.meta({ examples: [PAST_SCORE] }) },
      },
    },
    request => read(db, request, (trx, actor) => showScore(trx, actor, request.params.id)),
  )
  app.post(
    '/api/inspections/:id/score',
    {
      config: { action: 'inspection.control' },
      schema: {
        summary: 'Score an inspection again that was passed on and left open by missing facts',
        tags,
        params: IdParams,
        response: { 200: Scored.meta({ examples: [SCORED] }) },
      },
    },
    request => write(db, request, (trx, actor) => scoreInspection(trx, actor, request.params.id)),
  )
}
