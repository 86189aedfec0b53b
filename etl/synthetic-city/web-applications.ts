import type pg from 'pg'
import { syntheticNationalId } from './members.ts'
import { randomOf } from './random.ts'

const WAITING = 30
const NOTES = [
  'İşten çıkarıldım, kirayı ödeyemiyorum.',
  'Annem yatalak, bez ve ilaç giderleri ağır geliyor.',
  'Okul alışverişini yapamadık.',
  'Soba yakacak odunumuz yok.',
  null,
]

/**
 * What citizens sent on the public form in the last days and nobody has reviewed yet: half of them people of known
 * households, as they write themselves, half nobody the office knows.
 */
export async function sendWebApplications(client: pg.ClientBase, of: { seed: number; until: string }): Promise<number> {
  const random = randomOf(of.seed, 'web applications')
  const { rows: people } = await client.query<Sender>(SENDERS, [WAITING])
  const rows = people.map((person, n) => {
    const isKnown = n % 2 === 0
    const payload = {
      givenName: person.given_name,
      familyName: person.family_name,
      nationalId: isKnown ? person.national_id : syntheticNationalId(LAST_SERIAL - n),
      bornOn: person.born_on,
      phone: person.phone ?? '0580 555 00 00',
      districtId: person.district_id,
      address: `${person.neighbourhood} Mah. ${person.street ?? ''} No ${person.door_no ?? 1}`,
      people: person.people,
      kind: 'needy',
      eventKind: null,
      requests: random.chance(0.5) ? ['food_parcel', 'cash_support'] : ['social_card'],
      note: random.pick(NOTES),
      consentVersion: CONSENT,
    }
    return {
      key: n + 1,
      tracking: trackingNo(random),
      district: person.district_id,
      payload,
      hours: 2 + random.below(90),
    }
  })
  const { rowCount } = await client.query(
    `insert into komsu.web_application (request_id, tracking_no, district_id, payload, received_at)
     select ('00000009-0000-8000-8000-' || lpad(to_hex((w->>'key')::integer), 12, '0'))::uuid, w->>'tracking', (w->>'district')::bigint, w->'payload',
       $2::date + interval '18 hours' - (w->>'hours')::integer * interval '1 hour'
     from jsonb_array_elements($1::jsonb) w`,
    [JSON.stringify(rows), of.until],
  )
  return rowCount ?? 0
}

const CONSENT = '2026-11'
/** Serials of synthetic numbers nobody in the city comes to. */
const LAST_SERIAL = 99_999_999

type Sender = Readonly<{
  given_name: string
  family_name: string
  national_id: string
  born_on: string
  phone: string | null
  district_id: number
  neighbourhood: string
  street: string | null
  door_no: string | null
  people: number
}>

// Adults of the largest districts who never applied.
const SENDERS = `
  select p.given_name, p.family_name, p.national_id, p.born_on::text, c.value as phone, h.district_id, n.name as neighbourhood,
    s.name as street, a.door_no, (select count(*)::integer from komsu.person m where m.household_id = h.id) as people
  from komsu.household h join komsu.person p on p.household_id = h.id and p.household_role = 'head'
    join komsu.neighbourhood n on n.id = h.neighbourhood_id join komsu.address a on a.id = h.address_id
    left join komsu.street s on s.id = h.street_id left join komsu.contact c on c.household_id = h.id
  where p.born_on < '2000-01-01' and not exists (select from komsu.application x where x.household_id = h.id)
    and h.district_id in (select district_id from komsu.household group by 1 order by count(*) desc, 1 limit 3)
  order by md5(h.id::text) limit $1`

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

function trackingNo(random: { below: (n: number) => number }): string {
  const four = () => Array.from({ length: 4 }, () => LETTERS[random.below(LETTERS.length)]).join('')
  return `${four()}-${four()}-${four()}`
}
