import type { Member } from './members.ts'
import type { Random } from './random.ts'

export type Dwelling = Readonly<{
  tenure: 'owner' | 'tenant' | 'rent_free' | 'lodging' | 'informal'
  kind: 'flat' | 'house' | 'gecekondu' | 'basement'
  condition: 'good' | 'worn' | 'poor'
  heating: 'gas' | 'stove' | 'electric' | 'air_conditioner' | 'none'
  rooms: number
  rentKurus: number | null
}>
export type Asset = Readonly<{ kind: 'vehicle' | 'dwelling' | 'land' | 'livestock'; valueKurus: number }>
export type Health = Readonly<{
  person: Member
  kind: 'disability' | 'chronic_illness' | 'continuous_treatment' | 'needs_care'
  degree: number | null
}>

/** Gives members disabilities and illnesses by age; poorer homes have more of both. */
export function health(members: readonly Member[], standing: number, random: Random): Health[] {
  const facts: Health[] = []
  const burden = Math.exp(-0.18 * standing)
  for (const person of members) {
    const { age } = person
    const disabled = (age < 18 ? 0.026 : age < 45 ? 0.042 : age < 65 ? 0.085 : age < 75 ? 0.18 : 0.31) * burden
    if (random.chance(disabled)) {
      person.disability = 40 + 5 * random.below(13)
      facts.push({ person, kind: 'disability', degree: person.disability })
      if (person.disability >= 75 && random.chance(0.6)) facts.push({ person, kind: 'needs_care', degree: null })
    }
    const ill = (age < 30 ? 0.012 : age < 50 ? 0.04 : age < 65 ? 0.12 : 0.26) * burden
    if (!random.chance(ill)) continue
    person.isChronic = true
    facts.push({ person, kind: random.chance(0.2) ? 'continuous_treatment' : 'chronic_illness', degree: null })
  }
  return facts
}

/** How a household is housed. Owners are older and better off; shares as in data/household-statistics.json. */
export function dwellingOf(
  members: readonly Member[],
  at: { standing: number; isRural: boolean; minimumWage: number },
  random: Random,
): Dwelling {
  const headAge = members[0]?.age ?? 40
  const tenure = tenureOf(headAge, at, random)
  const poor = at.standing + 0.7 * random.normal()
  const isShanty = tenure === 'informal' || (poor < -1.3 && random.chance(0.25))
  const kind = isShanty
    ? 'gecekondu'
    : at.isRural || random.chance(0.06)
      ? 'house'
      : poor < -1 && random.chance(0.2)
        ? 'basement'
        : 'flat'
  const condition = poor < -1.25 ? 'poor' : poor < -0.2 ? 'worn' : 'good'
  const roomy = 2.1 + 0.28 * members.length + 0.35 * at.standing + 0.5 * random.normal()
  const rent = at.minimumWage * (0.42 + 0.2 * Math.max(-1.4, at.standing) + 0.1 * random.unit())
  return {
    tenure,
    kind,
    condition,
    heating: heatingOf(kind, poor, at.isRural, random),
    rooms: Math.max(1, Math.min(7, Math.round(roomy))),
    rentKurus: tenure === 'tenant' ? Math.max(200_000, Math.round(rent / 10_000) * 10_000) : null,
  }
}

function tenureOf(headAge: number, at: { standing: number; isRural: boolean }, random: Random): Dwelling['tenure'] {
  const owns = 1 / (1 + Math.exp(-(0.36 + 0.05 * (headAge - 47) + 0.4 * at.standing + (at.isRural ? 0.8 : -0.12))))
  if (random.chance(owns)) return 'owner'
  const draw = random.unit()
  if (draw < (at.isRural ? 0.42 : 0.64)) return 'tenant'
  if (draw < 0.955) return 'rent_free'
  return at.standing < -0.8 ? 'informal' : 'lodging'
}

function heatingOf(kind: Dwelling['kind'], poor: number, isRural: boolean, random: Random): Dwelling['heating'] {
  const draw = random.unit()
  if (poor < -1.6 && draw < 0.12) return 'none'
  if (kind === 'gecekondu' || isRural) return draw < 0.72 ? 'stove' : draw < 0.86 ? 'electric' : 'air_conditioner'
  if (poor < -0.6) return draw < 0.42 ? 'stove' : draw < 0.62 ? 'electric' : draw < 0.75 ? 'air_conditioner' : 'gas'
  return draw < 0.66 ? 'gas' : draw < 0.9 ? 'air_conditioner' : draw < 0.95 ? 'electric' : 'stove'
}

/** Registered things of worth beyond the home lived in. */
export function assetsOf(at: { standing: number; isRural: boolean; minimumWage: number }, random: Random): Asset[] {
  const assets: Asset[] = []
  const wages = (low: number, high: number) =>
    Math.round((at.minimumWage * random.between(low, high)) / 100_000) * 100_000
  if (random.chance(logistic(-0.75 + 0.95 * at.standing))) assets.push({ kind: 'vehicle', valueKurus: wages(8, 60) })
  if (random.chance(logistic(-2.3 + 1.1 * at.standing))) assets.push({ kind: 'dwelling', valueKurus: wages(70, 300) })
  if (random.chance(logistic((at.isRural ? -0.8 : -2.8) + 0.5 * at.standing)))
    assets.push({ kind: 'land', valueKurus: wages(10, 150) })
  if (at.isRural && random.chance(0.14)) assets.push({ kind: 'livestock', valueKurus: wages(2, 20) })
  return assets
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x))
}
