import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ACTION_WORDS } from './deed-words.rules.ts'

const API = resolve(import.meta.dirname, '../../api')

test('every deed the office writes down has its words', () => {
  const codes = sources(API).flatMap(text =>
    [...text.matchAll(/audit(?:Deed|Read)?\w*\([^)]*?action: '([a-z_]+\.[a-z_.]+)'/gs)].map(match => match[1] ?? ''),
  )
  expect(codes.length).toBeGreaterThan(20)
  expect([...new Set(codes)].filter(code => !(code in ACTION_WORDS))).toEqual([])
})

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(file => file.isFile() && file.name.endsWith('.ts') && !file.name.includes('.test.'))
    .map(file => readFileSync(join(file.parentPath, file.name), 'utf8'))
}
