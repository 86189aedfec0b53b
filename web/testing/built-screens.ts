import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import { inject } from 'vitest'

const PATIENCE_MS = 150_000

/** The folder of the real screens, built once a run: whoever comes first builds, the others wait. */
export async function builtScreens(): Promise<string> {
  const folder = join(inject('screens'), 'dist')
  const done = `${folder}.done`
  if (isFirst(`${folder}.building`)) {
    await build(folder)
    writeFileSync(done, '')
  }
  const until = Date.now() + PATIENCE_MS
  while (!existsSync(done)) {
    if (Date.now() > until) throw new Error('the screens were not built; see the test that built them')
    await wait(200)
  }
  return folder
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark)
    return true
  } catch {
    return false
  }
}

/** In a process of its own: Vitest's environment would make a build for development. */
async function build(folder: string): Promise<void> {
  const root = resolve(import.meta.dirname, '../..')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  await promisify(execFile)(process.execPath, [vite, 'build', 'web', '--outDir', folder, '--logLevel', 'error'], {
    cwd: root,
  })
}
