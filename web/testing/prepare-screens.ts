import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    screens: string
  }
}

/** Gives all browser tests of a run one folder, in which the first of them builds the screens. */
export default function prepareScreens(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-web-'))
  project.provide('screens', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
