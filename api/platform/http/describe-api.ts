import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from './slice.ts'

const PACKAGE: { version: string } = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../package.json'), 'utf8'),
)

/** Collects the schemas of all routes and serves them as OpenAPI 3.1 at /api/openapi.json. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Komşu',
        version: PACKAGE.version,
        description:
          'Need map and social aid of a municipality. Errors are RFC 9457 problems with a stable `type`; texts follow Accept-Language (tr, en). Dates are ISO 8601, money is integer kuruş.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      servers: [{ url: '/' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'komsu_session' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: document => withProblems(jsonSchemaTransformObject(document)),
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.type('application/json').serializer(JSON.stringify).header('cache-control', 'no-cache').send(app.swagger()),
  )
}

type ApiDocument = ReturnType<typeof jsonSchemaTransformObject>

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', description: 'Stable name of the problem.' },
    title: { type: 'string', description: 'What it means, in the language of the request.' },
    status: { type: 'integer' },
    detail: { type: 'string', description: 'What, where and how to mend.' },
    details: { type: 'object', description: 'Particulars of this problem.', additionalProperties: true },
  },
  examples: [
    {
      type: 'invalid-input',
      title: 'Gönderilen bilgi hatalı',
      status: 400,
      detail: 'level: Geçersiz seçenek',
      details: { where: 'querystring', fields: [{ field: 'level', why: 'Geçersiz seçenek' }] },
    },
  ],
}

/** Every operation may answer with a problem; said once here. */
function withProblems(document: ApiDocument): ApiDocument {
  const answer = {
    description: 'A problem (RFC 9457)',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  }
  const described = document as {
    paths?: Record<string, Record<string, { responses?: Record<string, unknown> }>>
    components?: { schemas?: Record<string, unknown> }
  }
  for (const path of Object.values(described.paths ?? {}))
    for (const operation of Object.values(path)) operation.responses = { ...operation.responses, default: answer }
  described.components = {
    ...described.components,
    schemas: { ...described.components?.schemas, Problem: PROBLEM },
  }
  return document
}
