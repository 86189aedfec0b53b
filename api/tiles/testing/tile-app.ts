import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { readConfig } from '../../platform/config.ts'
import type { Database } from '../../platform/database.ts'
import { answerProblems } from '../../platform/http/answer-problems.ts'
import type { App } from '../../platform/http/slice.ts'
import type { Officer } from '../../platform/officer.ts'
import { tileRoutes } from '../tiles.routes.ts'

/** The tiles' slice alone; `who` says who is signed in. */
export async function tileApp(db: Database, who: () => Officer | null = () => null): Promise<App> {
  const app = Fastify().withTypeProvider<ZodTypeProvider>() as unknown as App
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.decorateRequest('officer', null)
  app.addHook('onRequest', async request => {
    request.officer = who()
  })
  answerProblems(app)
  await tileRoutes(app, { db, config: readConfig({}) })
  return app
}
