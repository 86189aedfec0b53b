import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimFolder, isClaimed } from './claim-folder.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'komsu-claim-'))
  folder = join(root, 'pg')
})
afterEach(() => rmSync(root, { recursive: true }))

test('a folder is claimed once, until it is given back', () => {
  const release = claimFolder(folder)
  expect(release).toBeDefined()
  expect(isClaimed(folder)).toBe(true)
  expect(claimFolder(folder)).toBeUndefined()
  release?.()
  expect(isClaimed(folder)).toBe(false)
  expect(existsSync(`${folder}.lock`)).toBe(false)
})

test('the claim of a process that died is worth nothing', async () => {
  const child = spawn(process.execPath, ['-e', ''])
  await once(child, 'exit')
  writeFileSync(`${folder}.lock`, `${child.pid} 1`)
  expect(isClaimed(folder)).toBe(false)
  expect(claimFolder(folder)).toBeDefined()
})

test.skipIf(!existsSync('/proc/self/stat'))('a process id that came back is not mistaken for the one before', () => {
  writeFileSync(`${folder}.lock`, `${process.pid} 1`)
  expect(isClaimed(folder)).toBe(false)
})
