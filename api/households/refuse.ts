import { type Problem, problem } from '../platform/problem.ts'
import type { Actor } from '../rights/door.ts'
import { type Saying, said } from './said.rules.ts'

type Fault = Readonly<{ field: string; code: Saying; fill?: Readonly<Record<string, string | number>> }>

/** An invalid-input problem with every field, its code and how to mend it; further details as given. */
export function invalid(
  actor: Pick<Actor, 'language'>,
  faults: readonly Fault[],
  details: Record<string, unknown> = {},
): Problem {
  const fields = faults.map(({ field, code, fill }) => ({ field, code, why: said(actor.language, code, fill) }))
  return problem('invalid-input', fields.map(one => `${one.field}: ${one.why}`).join('; '), {
    where: 'body',
    fields,
    ...details,
  })
}

/** @throws invalid-input when there is any fault */
export function refuseFaults(actor: Pick<Actor, 'language'>, faults: readonly Fault[]): void {
  if (faults.length > 0) throw invalid(actor, faults)
}

export type { Fault }
