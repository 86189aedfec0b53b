import { createContext, useContext } from 'react'
import { checkScheme } from '../../api/scores/check-scheme.rules.ts'
import { SchemeDocument } from '../../api/scores/score-scheme.contract.ts'

export type Path = readonly (string | number)[]
/** What keeps a draft from being adopted; `isNeverKept`: not even the draft is saved like this. */
export type Fault = Readonly<{ path: Path; tr: string; en: string; isNeverKept: boolean }>

const NEVER_KEPT = new Set(['area', 'unknown-variable', 'unknown-value', 'parts'])
/** Paths that end in one of these stand in an input of their own. */
const INPUTS = new Set(['from', 'points', 'tr', 'en', 'variable', 'cap'])

/** Everything wrong with a document as it is typed, the same checks as the server's but the names of places. */
export function faultsOf(document: SchemeDocument): Fault[] {
  const shape = SchemeDocument.safeParse(document)
  if (shape.success)
    return checkScheme(document).map(({ path, tr, en, code }) => ({ path, tr, en, isNeverKept: NEVER_KEPT.has(code) }))
  return shape.error.issues.map(issue => ({
    path: issue.path.map(toStep),
    ...SAID[issue.code === 'too_small' ? 'short' : 'wrong'],
    isNeverKept: true,
  }))
}

function toStep(step: PropertyKey): string | number {
  return typeof step === 'number' ? step : String(step)
}

const SAID = {
  short: { tr: 'Burası boş bırakılamaz.', en: 'This may not be left empty.' },
  wrong: {
    tr: 'Burada yazılan okunamıyor ya da sınırın dışında.',
    en: 'What stands here cannot be read or is out of bounds.',
  },
}

/** Id of the element a fault is mended in: its input, or the line that says it. */
export function fieldOf(path: Path): string {
  return `${INPUTS.has(String(path.at(-1))) ? 'at' : 'line'}-${path.join('-')}`
}

export const FaultsContext = createContext<readonly Fault[]>([])

/** Whether something is wrong at a place, or below it. */
export function useFaults(path: Path): readonly Fault[] {
  const key = `${path.join('-')}-`
  return useContext(FaultsContext).filter(fault => `${fault.path.join('-')}-`.startsWith(key))
}
