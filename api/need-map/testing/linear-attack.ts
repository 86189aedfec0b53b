import loadHighs from 'highs'

/** A sum of unknowns: [which, times]. */
export type Terms = readonly (readonly [number, number])[]
/** What the attacker knows of such a sum. */
export type Known = Readonly<{ terms: Terms; lower: number; upper: number }>

/** Larger than any count in a test; "no upper bound" reads as this. */
export const UNBOUNDED = 1e7

/**
 * The linear-programming attacker: what can be known of a sum of unknowns, all at least 0, given what is known of others.
 * Exact for an attacker who reasons over real numbers, which is what disclosure audits do (ANALYTICS.md (e)).
 */
export async function withAttacker(
  unknowns: number,
  known: readonly Known[],
  ask: (bounds: (terms: Terms) => [number, number]) => void,
): Promise<void> {
  const highs = await loadHighs()
  const model = highs.createModel()
  try {
    model.options.set({ output_flag: false })
    for (let i = 0; i < unknowns; i++) model.addVar(0, UNBOUNDED)
    for (const { terms, lower, upper } of known)
      model.addRow(lower, upper, { indices: terms.map(([which]) => which), values: terms.map(([, times]) => times) })
    const extreme = (terms: Terms, sign: 1 | -1): number => {
      for (const [which, times] of terms) model.changeColCost(which, sign * times)
      model.run()
      if (model.getModelStatus() !== highs.constants.modelStatus.optimal)
        throw new Error('the attacker’s problem has no optimum: the published figures contradict each other')
      const value = sign * model.getObjectiveValue()
      for (const [which] of terms) model.changeColCost(which, 0)
      return value
    }
    ask(terms => [extreme(terms, 1), extreme(terms, -1)])
  } finally {
    model.dispose()
  }
}
