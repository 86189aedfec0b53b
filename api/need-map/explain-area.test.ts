import { expect, test } from 'vitest'
import { type AreaFacts, explainArea } from './explain-area.rules.ts'
import { INDICATORS, type IndicatorId } from './indicators.rules.ts'

type Told = { value: number; low?: number; high?: number; parent?: number; province?: number }

const facts = (
  shown: Partial<Record<IndicatorId, Told>>,
  yearAgo?: number,
  otherwise: 'suppressed' | 'no_data' = 'suppressed',
): AreaFacts => ({
  self: { level: 'neighbourhood', id: 11, name: 'Alsancak' },
  parent: { level: 'district', id: 1, name: 'Konak' },
  province: { level: 'province', id: 35, name: 'İzmir' },
  date: '2026-06-01',
  indicators: INDICATORS.map(({ id }) => {
    const one = shown[id]
    return {
      indicator: id,
      value: one?.value ?? null,
      low: one?.low ?? null,
      high: one?.high ?? null,
      n_class: 5,
      state: one ? ('ok' as const) : otherwise,
      parent: one?.parent ?? null,
      province: one?.province ?? null,
    }
  }),
  trend:
    yearAgo === undefined
      ? []
      : [
          {
            month: '2025-06-01',
            values: INDICATORS.map(({ id }) => (id === 'rate_below' ? yearAgo : null)),
            states: INDICATORS.map(() => 'ok' as const),
          },
        ],
})

const rate = { value: 300, low: 280, high: 320, parent: 290, province: 200 }
const turkish = (of: AreaFacts) => explainArea(of).map(({ tr }) => tr)

test('compares with what lies above, and calls a difference only what chance does not explain', () => {
  expect(turkish(facts({ rate_below: rate }))).toEqual([
    'Her 1.000 hanenin 300 kadarı eşiğin altında; Konak ortalaması 290, belirgin bir fark yok; İzmir ortalaması 200, burada daha yüksek.',
  ])
})

test('tells the year', () => {
  expect(turkish(facts({ rate_below: rate }, 250))[1]).toBe('Son 12 ayda eşik altı oranı arttı: 250 → 300.')
  expect(turkish(facts({ rate_below: rate }, 400))[1]).toBe('Son 12 ayda eşik altı oranı azaldı: 400 → 300.')
  expect(turkish(facts({ rate_below: rate }, 310))[1]).toBe(
    'Son 12 ayda eşik altı oranı belirgin biçimde değişmedi: 310 → 300.',
  )
})

test('hears silence: need above the province, applications well under it', () => {
  const quiet = explainArea(facts({ rate_below: rate, coverage_applied: { value: 300, province: 700 } }))
  expect(quiet.some(({ tr, en }) => /sesini duyurmamış/.test(tr) && /made themselves heard/.test(en))).toBe(true)
  const heard = explainArea(facts({ rate_below: rate, coverage_applied: { value: 650, province: 700 } }))
  const wealthy = explainArea(
    facts({ rate_below: { ...rate, province: 310 }, coverage_applied: { value: 300, province: 700 } }),
  )
  for (const { tr } of [...heard, ...wealthy]) expect(tr).not.toMatch(/sesini duyurmamış/)
})

test('tells unmet need and waiting', () => {
  const told = turkish(
    facts({
      rate_below: rate,
      eligible: { value: 1320 },
      unmet: { value: 120 },
      mean_waiting_days: { value: 34, province: 21 },
    }),
  )
  expect(told).toContain('Puanı yeten 1.320 haneden 120 tanesine son üç ayda yardım ulaşmadı.')
  expect(told).toContain('Başvurular ortalama 34 gün bekliyor; ilde 21 gün.')
})

test('says why there is nothing to say', () => {
  expect(explainArea(facts({}))[0]?.en).toMatch(/nobody can be recognised/)
  expect(explainArea(facts({}, undefined, 'no_data'))[0]?.en).toMatch(/Nothing on need is recorded/)
})
