import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * How far the demo city of a data folder is. Kept in a file beside the embedded database, not in it: a database killed
 * half-way may not open any more.
 */
export type DemoState = 'none' | 'building' | 'ready'

export function demoState(dataFolder: string): DemoState {
  try {
    const { state } = JSON.parse(readFileSync(fileOf(dataFolder), 'utf8'))
    return state === 'ready' ? 'ready' : 'building'
  } catch (error) {
    return error instanceof SyntaxError ? 'building' : 'none'
  }
}

export function markDemo(dataFolder: string, state: Exclude<DemoState, 'none'>): void {
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(fileOf(dataFolder), `${JSON.stringify({ state, at: new Date().toISOString() })}\n`)
}

function fileOf(dataFolder: string): string {
  return join(dataFolder, 'demo-city.json')
}
