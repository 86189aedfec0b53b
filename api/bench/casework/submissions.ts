import { ask } from '../prepare-city.ts'
import type { Seat } from './sign-in.ts'
import type { Sending } from './surge.ts'
import { arrivals, chanceOf } from './surge-day.rules.ts'

/** Shares of what arrives: most are known households at the counter, some new ones, some from the public form. */
const NEW_HOUSEHOLD = 0.12
const FROM_THE_WEB = 0.15
/** Sent a second time with the same key: a double click, a retry. */
const AGAIN = 0.03

type Known = Readonly<{ household_id: number; person_id: number }>
type Place = Readonly<{ id: number; district_id: number }>

/** What submissions are made of: households that apply, places for new ones. */
export type Supply = Readonly<{
  known: readonly Known[]
  places: readonly Place[]
  consent: string
  aidTypes: readonly string[]
  hasWeb: boolean
}>

/** Draws what a day of so many applications needs from the city; some households come twice. */
export async function drawSupply(url: string, of: { count: number; seed: number; hasWeb: boolean }): Promise<Supply> {
  const known = await ask<Known>(
    url,
    `select h.id as household_id, p.id as person_id from (
       select id from komsu.household where dissolved_on is null and joined_into_id is null and is_synthetic order by md5(id || '-' || $2::text) limit $1) h
     join lateral (select id from komsu.person p where p.household_id = h.id and p.died_on is null and p.born_on < current_date - interval '19 years' order by id limit 1) p on true`,
    [of.count, of.seed],
  )
  const places = await ask<Place>(
    url,
    'select id, district_id from komsu.neighbourhood where valid_to is null order by id',
  )
  const [consent] = await ask<{ version: string }>(
    url,
    'select version from komsu.consent_text order by valid_from desc, version desc limit 1',
  )
  const aid = await ask<{ code: string }>(url, 'select code from komsu.aid_type order by code')
  return {
    known: numbers(known),
    places: numbers(places),
    consent: consent?.version ?? '',
    aidTypes: aid.map(one => one.code),
    hasWeb: of.hasWeb,
  }
}

// Keys of 64 bits come as text.
function numbers<T extends object>(rows: readonly T[]): T[] {
  return rows.map(row => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, Number(value)])) as T)
}

/**
 * The sendings of a day, or of a run without times.
 * @param how.compression how many seconds of the day pass in one
 */
export function sendings(
  supply: Supply,
  seats: readonly Seat[],
  how: { count: number; seed: number; compression: number; today: string; firstNew: number },
): Sending[] {
  const chance = chanceOf(how.seed)
  const times = arrivals(how.count, chance)
  return times.map((time, n) => {
    const key = keyOf(how.seed, n)
    const draw = chance()
    const again = draw < AGAIN / 2 ? 'at once' : draw < AGAIN ? 'afterwards' : null
    const at = (time * 1000) / how.compression
    if (supply.hasWeb && chance() < FROM_THE_WEB) return { ...fromTheWeb(supply, { n, key }), at, key, again }
    const seat = seats[n % seats.length]
    const headers = { cookie: seat?.cookie ?? '', 'idempotency-key': key }
    const body = JSON.stringify(submission(supply, { n, chance, ...how }))
    return { at, path: '/api/applications', headers, body, key, again }
  })
}

/** A key of its own for each application and seed (a UUID of version 8). */
function keyOf(seed: number, n: number): string {
  return `5a5a5a5a-${(seed & 0xffff).toString(16).padStart(4, '0')}-8000-8000-${n.toString(16).padStart(12, '0')}`
}

type Making = Readonly<{ n: number; chance: () => number; today: string; seed: number; firstNew: number }>

function submission(supply: Supply, { n, chance, today, firstNew }: Making): unknown {
  const isNew = chance() < NEW_HOUSEHOLD
  const known = supply.known[n % supply.known.length]
  const place = supply.places[Math.floor(chance() * supply.places.length)]
  const wanted = supply.aidTypes.filter((_, i) => (n + i) % supply.aidTypes.length < 2)
  return {
    household: isNew
      ? {
          address: { kind: 'described', neighbourhoodId: place?.id, description: `Caminin arkası, ${n}. ev` },
          people: [newcomer(firstNew + n)],
        }
      : { id: known?.household_id },
    channel: 'solidarity_point',
    receivedOn: today,
    applicant: isNew ? { kind: 'self', personRow: 0 } : { kind: 'self', personId: known?.person_id },
    kind: 'needy',
    requests: wanted.map(aidType => ({ aidType })),
    documents: [{ code: 'petition', state: 'seen' }],
    consent: { version: supply.consent },
    phone: `0580 ${String(1000000 + n).slice(0, 3)} ${String(1000000 + n).slice(3, 5)} ${String(1000000 + n).slice(5, 7)}`,
    note: 'Fırtınadan sonra başvurdu.',
  }
}

const GIVEN = ['Ayşe', 'Fatma', 'Emine', 'Zeynep', 'Elif', 'Mehmet', 'Mustafa', 'Ahmet', 'Ali', 'Hüseyin']
const FAMILY = ['Yılmaz', 'Kaya', 'Demir', 'Çelik', 'Şahin', 'Yıldız', 'Öztürk', 'Aydın', 'Arslan', 'Doğan']

function newcomer(n: number): unknown {
  return {
    nationalId: nationalIdOf(n),
    givenName: GIVEN[n % 10],
    familyName: FAMILY[Math.floor(n / 10) % 10],
    sex: n % 10 < 5 ? 'female' : 'male',
    bornOn: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
    role: 'head',
  }
}

/**
 * Made-up T.C. numbers that begin with 8, of serials the generator of cities never comes to (its own numbering:
 * etl/synthetic-city/members.ts), so that nobody here is somebody of the city.
 */
function nationalIdOf(n: number): string {
  const digits = String(800_000_000 + (((99_990_000 - n) * 61_803_399 + 31_415_927) % 100_000_000))
  const d = Array.from(digits, Number)
  const sum = (of: number[]) => of.reduce((total, i) => total + (d[i] ?? 0), 0)
  const [odd, even] = [sum([0, 2, 4, 6, 8]), sum([1, 3, 5, 7])]
  const tenth = (((odd * 7 - even) % 10) + 10) % 10
  return `${digits}${tenth}${(odd + even + tenth) % 10}`
}

// Citizens come from as many networks as there are of them; the public form counts each network's knocks.
function fromTheWeb(supply: Supply, of: { n: number; key: string }): Pick<Sending, 'path' | 'headers' | 'body'> {
  const { n, key } = of
  const body = {
    givenName: GIVEN[n % 10],
    familyName: FAMILY[Math.floor(n / 10) % 10],
    nationalId: nationalIdOf(2_000_000 + n),
    bornOn: `19${60 + (n % 40)}-0${1 + (n % 9)}-1${n % 10}`,
    phone: '0580 123 45 67',
    districtId: supply.places[n % supply.places.length]?.district_id,
    address: 'Caminin arkasındaki sokak',
    people: 1 + (n % 6),
    kind: 'needy',
    requests: ['food_parcel'],
    consentVersion: supply.consent,
    seconds: 60,
  }
  const network = `10.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`
  const headers = { 'idempotency-key': key, 'x-forwarded-for': network }
  return { path: '/api/web-applications', headers, body: JSON.stringify(body) }
}
