import { describe, expect, it } from 'vitest'
import { findAreaWord, findPlaceName } from './area-words.rules.ts'
import { checkScheme, type SchemeFault } from './check-scheme.rules.ts'
import { DEFAULT_SCHEME } from './default-scheme.rules.ts'
import { SchemeDocument } from './score-scheme.contract.ts'

type Draft = ReturnType<typeof structuredClone<typeof DEFAULT_SCHEME>>

/** The default scheme with one thing changed, and what is found wrong with it. */
function faultsOf(
  change: (draft: { parts: Draft['parts'][number][] } & Draft) => void,
  places?: string[],
): SchemeFault[] {
  const draft = structuredClone(DEFAULT_SCHEME)
  change(draft)
  return checkScheme(draft, new Set(places))
}
function questionOf(draft: Draft, code: string) {
  const question = draft.parts.flatMap(part => part.questions).find(one => one.code === code)
  if (!question) throw new Error(code)
  return question
}
const codes = (faults: readonly SchemeFault[]) => faults.map(({ code }) => code)

describe('a scheme', () => {
  it('that ships has the shape and no fault, and says that it is a proposal', () => {
    expect(SchemeDocument.parse(JSON.parse(JSON.stringify(DEFAULT_SCHEME)))).toEqual(DEFAULT_SCHEME)
    expect(checkScheme(DEFAULT_SCHEME)).toEqual([])
    expect(DEFAULT_SCHEME.isProposal).toBe(true)
    expect(DEFAULT_SCHEME.title.tr).toContain('öneri')
  })

  it('has no field in which something else could stand', () => {
    expect(SchemeDocument.safeParse({ ...DEFAULT_SCHEME, areaFactor: 1.2 }).success).toBe(false)
    const [income] = DEFAULT_SCHEME.parts
    const hidden = { ...DEFAULT_SCHEME, parts: [{ ...income, weightBy: 'district' }, ...DEFAULT_SCHEME.parts.slice(1)] }
    expect(SchemeDocument.safeParse(hidden).success).toBe(false)
    const points = structuredClone(DEFAULT_SCHEME)
    const band = questionOf(points, 'tenure').bands[0]
    for (const wrong of [1.234, Number.NaN, Number.POSITIVE_INFINITY, '7']) {
      Object.assign(band ?? {}, { points: wrong })
      expect(SchemeDocument.safeParse(points).success).toBe(false)
    }
  })

  it.each(['district_id', 'address.neighbourhood', 'mahalle', 'area_score', 'household.lat_zone', 'konum'])(
    'refuses the area attribute %s as a variable and names the question',
    variable => {
      const [fault] = faultsOf(draft => Object.assign(questionOf(draft, 'tenure'), { variable }))
      expect(fault).toMatchObject({ code: 'area', question: 'tenure', path: ['parts', 1, 'questions', 0, 'variable'] })
      expect(fault?.tr).toContain('“Konutta hangi hakla oturuluyor?” sorusu')
    },
  )

  it('refuses an unknown variable and lists the known ones', () => {
    const [fault] = faultsOf(draft => Object.assign(questionOf(draft, 'work'), { variable: 'person.mood' }))
    expect(fault).toMatchObject({ code: 'unknown-variable', question: 'work' })
    expect(fault?.tr).toContain('income.ratio')
  })

  it('refuses a place in the words of a question, a reason, a code', () => {
    const named = (change: (draft: Draft) => void, places?: string[]) => codes(faultsOf(change, places))
    expect(
      named(draft => Object.assign(questionOf(draft, 'tenure').text, { tr: 'Yoksul mahallede mi oturuyor?' })),
    ).toEqual(['area'])
    expect(
      named(draft =>
        Object.assign(questionOf(draft, 'tenure').bands[0]?.reason ?? {}, { en: 'Lives in a poor street' }),
      ),
    ).toEqual(['area'])
    expect(named(draft => Object.assign(questionOf(draft, 'tenure'), { code: 'ilce_farki' }))).toEqual(['area'])
    expect(
      named(
        draft => Object.assign(questionOf(draft, 'tenure').text, { tr: 'Kadifekale’de mi oturuyor?' }),
        ['Kadifekale'],
      ),
    ).toEqual(['area'])
  })

  it('refuses gaps and overlaps between bands', () => {
    const change = (band: number, to: object) => (draft: Draft) => {
      Object.assign(questionOf(draft, 'crowding').bands[band] ?? {}, to)
    }
    expect(codes(faultsOf(change(0, { below: 1.2 })))).toEqual(['gap'])
    expect(codes(faultsOf(change(0, { below: 1.8 })))).toEqual(['overlap'])
    expect(codes(faultsOf(change(0, { below: null })))).toEqual(['overlap'])
    expect(codes(faultsOf(change(2, { below: 9 })))).toEqual(['gap'])
    expect(codes(faultsOf(change(0, { from: 1 })))).toEqual(['gap'])
    expect(codes(faultsOf(change(1, { below: 1.5 })))).toEqual(['wrong-bands', 'gap'])
  })

  it('refuses choices left out, named twice or unknown, and bands of the wrong kind', () => {
    const bands = (draft: Draft) => questionOf(draft, 'condition').bands
    expect(codes(faultsOf(draft => void bands(draft).pop()))).toEqual(['not-covered'])
    expect(codes(faultsOf(draft => Object.assign(bands(draft)[0] ?? {}, { is: ['poor', 'worn'] })))).toEqual([
      'overlap',
    ])
    expect(codes(faultsOf(draft => Object.assign(bands(draft)[0] ?? {}, { is: ['poor', 'ugly'] })))).toEqual([
      'unknown-value',
    ])
    expect(
      codes(
        faultsOf(draft =>
          Object.assign(questionOf(draft, 'condition'), { variable: 'person.age', aggregate: { how: 'max', cap: 6 } }),
        ),
      ),
    ).toEqual(['wrong-bands'])
  })

  it('refuses a part that can exceed its limit, points of the wrong sign, a missing cap, a code used twice', () => {
    const [much] = faultsOf(draft => Object.assign(questionOf(draft, 'tenure').bands[0] ?? {}, { points: 9 }))
    expect(much).toMatchObject({ code: 'too-much', path: ['parts', 1, 'questions'] })
    expect(much?.tr).toContain('22')
    expect(codes(faultsOf(draft => Object.assign(questionOf(draft, 'assets').aggregate ?? {}, { cap: -19 })))).toEqual([
      'too-much',
    ])
    expect(codes(faultsOf(draft => Object.assign(questionOf(draft, 'tenure').bands[0] ?? {}, { points: -1 })))).toEqual(
      ['sign'],
    )
    expect(
      codes(faultsOf(draft => Object.assign(questionOf(draft, 'own_home').bands[1] ?? {}, { points: 2 }))),
    ).toEqual(['sign'])
    expect(codes(faultsOf(draft => Object.assign(questionOf(draft, 'care'), { aggregate: null })))).toEqual([
      'aggregate',
    ])
    expect(
      codes(faultsOf(draft => Object.assign(questionOf(draft, 'tenure'), { aggregate: { how: 'sum', cap: 7 } }))),
    ).toEqual(['aggregate'])
    expect(codes(faultsOf(draft => Object.assign(questionOf(draft, 'heating'), { code: 'tenure' })))).toEqual(['twice'])
    expect(codes(faultsOf(draft => void draft.parts.reverse()))).toContain('parts')
  })
})

describe('words of a place', () => {
  it.each([
    'İlçesi',
    'KÖYDE oturan',
    'm.a.h.a.l.l.e',
    'mаhаlle',
    'yoksul semtte',
    'Sokağında',
    'neighbourhoods',
    'oturduğu yer',
    'm\u200bahalle',
  ])('are found in %s', text => {
    expect(findAreaWord(text)).toBeDefined()
  })

  it.each([
    'Kiracı',
    'Gelir ortaya koyuyor',
    'Kirasını ödemiş',
    'a quarter of the income',
    'Meydana gelen kaza',
    'allocation of care',
  ])('are not found in %s', text => {
    expect(findAreaWord(text)).toBeUndefined()
  })

  it('are names only where they stand as names', () => {
    const places = new Set(['Kiraz', 'Konak', 'Ödemiş'])
    expect(findPlaceName('Yaşadığı ev Konak içinde', places)).toBe('Konak')
    expect(findPlaceName('Konak’ta oturan', places)).toBe('Konak')
    expect(findPlaceName('Ödemiş kirasını. Kiraz topluyor', places)).toBeUndefined()
  })
})
