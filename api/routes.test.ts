import { beforeAll, describe, expect, test } from 'vitest'
import { readConfig } from './platform/config.ts'
import { openNative } from './platform/database.ts'
import { buildApp } from './platform/http/app.ts'
import { ROUTES } from './routes.ts'

type Schema = { examples?: unknown[] }
type Media = { schema: Schema; example?: unknown; examples?: object }
type Operation = {
  summary?: string
  tags?: string[]
  parameters?: { name: string; in: string; schema: Schema; required?: boolean }[]
  requestBody?: { content: Record<string, Media> }
  responses: Record<string, { description: string; content?: Record<string, Media> }>
}
type Document = { openapi: string; paths: Record<string, Record<string, Operation>>; components: { schemas: object } }

/** What GET /api/openapi.json says about every route there is. */
describe('openapi', () => {
  let document: Document
  let operations: { name: string; path: string; operation: Operation }[]
  beforeAll(async () => {
    const db = openNative('postgres://nobody@127.0.0.1:1/none')
    const config = readConfig({ LOG_LEVEL: 'silent' })
    const app = await buildApp({ db, config }, { slices: ROUTES })
    const answer = await app.inject('/api/openapi.json')
    expect(answer.headers['content-type']).toContain('application/json')
    document = answer.json()
    operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
    )
    await app.close()
    await db.close()
  })

  test('is version 3.1 and knows the addresses that stay fixed', () => {
    expect(document.openapi).toBe('3.1.0')
    const names = operations.map(one => one.name)
    expect(names).toEqual(
      expect.arrayContaining(['get /health', 'get /api/session', 'post /api/session', 'delete /api/session']),
    )
  })

  test('every operation says what it is for, and that it may answer with a problem', () => {
    const silent = operations.filter(({ operation }) => !operation.summary || !operation.tags?.length)
    expect(silent.map(one => one.name)).toEqual([])
    for (const { operation } of operations)
      expect(Object.keys(operation.responses.default?.content ?? {})).toEqual(['application/problem+json'])
  })

  test('every parameter of a path is described and required', () => {
    for (const { path, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(match => match[1])
      const described = (operation.parameters ?? []).filter(one => one.in === 'path' && one.required)
      expect(described.map(one => one.name).sort()).toEqual(named.sort())
    }
  })

  test('every JSON answer and body has a schema with an example', () => {
    const without = operations.flatMap(({ name, operation }) => {
      const bodies = Object.entries(operation.requestBody?.content ?? {}).map(([, media]) => media)
      const answers = Object.entries(operation.responses)
        .filter(([status]) => status.startsWith('2'))
        .flatMap(([, answer]) => Object.entries(answer.content ?? {}))
        .filter(([type]) => type.includes('json'))
        .map(([, media]) => media)
      const isDescribed = Object.keys(operation.responses).some(status => status.startsWith('2'))
      const bare = [...bodies, ...answers].filter(media => !(media.example ?? media.examples ?? media.schema.examples))
      return isDescribed && bare.length === 0 ? [] : [name]
    })
    expect(without).toEqual([])
  })

  test('every reference leads somewhere', () => {
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(match => match[1] ?? '')
    expect(references.length).toBeGreaterThan(0)
    expect(references.filter(name => !(name in document.components.schemas))).toEqual([])
  })
})
