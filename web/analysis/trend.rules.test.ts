import { compile } from 'vega-lite'
import { expect, test } from 'vitest'
import { type Trend, trendSpec } from './trend.rules.ts'

const TREND: Trend = {
  points: [
    { month: '2026-09-01', value: 10, state: 'ok' },
    { month: '2026-10-01', value: null, state: 'suppressed' },
    { month: '2026-11-01', value: 12, state: 'ok' },
  ],
  month: '2026-11-01',
  indicator: {
    id: 'x',
    name: { tr: 'x', en: 'x' },
    description: { tr: '', en: '' },
    unit: { tr: '', en: '' },
    kind: 'rate',
    group: 'need',
    direction: 'neutral',
    decimals: 1,
    formula: '',
    source: '',
    breaks: { method: 'quantile', classes: 5 },
  },
  language: 'tr',
}

test('the specification compiles to Vega, with a gap where a month is withheld', () => {
  const warnings: string[] = []
  const logger = { warn: (text: string) => warnings.push(text) }
  const { spec } = compile(trendSpec(TREND, { ink: '#000', quiet: '#555', line: '#ddd', accent: '#05a', font: 'x' }), {
    logger: { ...console, level: () => 0, warn: logger.warn } as never,
  })
  expect(warnings).toEqual([])
  expect(JSON.stringify(spec.data)).toContain('"value":null')
  expect(JSON.stringify(spec.marks)).toContain('"defined"')
})
