import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { closeFolder, takeFolder } from './private-folder.ts'

const root = mkdtempSync(join(tmpdir(), 'komsu-take-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

const modeOf = (folder: string) => (statSync(folder).mode & 0o777).toString(8)

test.each([
  ['the database', closeFolder],
  ['the socket', takeFolder],
])('the folder of %s is its user’s alone, new or already there', (name, make) => {
  const fresh = join(root, name, 'new')
  make(fresh)
  expect(modeOf(fresh)).toBe('700')
  const open = join(root, name, 'open')
  mkdirSync(open, { mode: 0o755 })
  make(open)
  expect(modeOf(open)).toBe('700')
})

test('a link to somewhere else holds a database, but no socket', () => {
  mkdirSync(join(root, 'elsewhere'))
  symlinkSync(join(root, 'elsewhere'), join(root, 'link'))
  closeFolder(join(root, 'link'))
  expect(modeOf(join(root, 'elsewhere'))).toBe('700')
  expect(() => takeFolder(join(root, 'link'))).toThrow(/not a folder of this user/)
})

// Only root can give a folder away.
test.skipIf(process.getuid?.() !== 0)('a folder of another user is not taken', async () => {
  const { chownSync } = await import('node:fs')
  const foreign = join(root, 'foreign')
  mkdirSync(foreign)
  chownSync(foreign, 12_345, 12_345)
  expect(() => takeFolder(foreign)).toThrow(/not a folder of this user/)
})
