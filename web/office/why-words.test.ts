import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ASSIGN_REFUSALS } from '../../api/activities/activities.contract.ts'
import { isWhy } from './why-words.ts'

const API = resolve(import.meta.dirname, '../../api')

/** Keys a slice throws as 409 `closed` without a sentence of its own, as they stand in its source. */
function keysThrown(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter(file => /(?<!\.test)\.ts$/.test(file))
  const found = files.flatMap(file => [
    ...readFileSync(join(API, file), 'utf8').matchAll(/problem\('closed', '', \{ why: '(\w+)'/g),
  ])
  return found.map(match => match[1] ?? '')
}

/** Members of `export type Why… = 'a' | 'b'` in the workflows. */
function keysOfWorkflows(): string[] {
  const files = readdirSync(API, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.workflow.ts'))
  return files.flatMap(file => {
    const unions = readFileSync(join(API, file), 'utf8').matchAll(/export type Why\w+ =((?:\s*\|?\s*'\w+')+)/g)
    return [...unions].flatMap(union => [...(union[1] ?? '').matchAll(/'(\w+)'/g)].map(match => match[1] ?? ''))
  })
}

test('every reason a slice gives has its sentence', () => {
  const keys = [...keysThrown(), ...keysOfWorkflows(), ...ASSIGN_REFUSALS]
  expect(keys.length).toBeGreaterThan(30)
  expect([...new Set(keys)].filter(key => !isWhy(key))).toEqual([])
})

test('a key of the language itself is no reason', () => {
  for (const key of ['constructor', '', undefined, 7]) expect(isWhy(key)).toBe(false)
})
