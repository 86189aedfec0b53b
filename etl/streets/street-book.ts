import type pg from 'pg'
import { type Identity, takeIds } from '../loading/save-identities.ts'
import type { ImportSession } from '../loading/session.ts'
import type { Outcome } from '../loading/tally.ts'
import { streetKey } from './street-name.ts'

export type Street = Readonly<{ id: number; neighbourhoodId: number; name: string; kind: string }>

const IDS_AT_ONCE = 200

/** The streets of a province, found by code or by name within their neighbourhood; remembers what an import changes. */
export class StreetBook {
  readonly #byId = new Map<number, Street>()
  readonly #byName = new Map<string, Street>()
  readonly #outcomes = new Map<number, Outcome>()
  readonly #session: ImportSession
  #freeIds: number[] = []

  constructor(session: ImportSession, streets: readonly Street[]) {
    this.#session = session
    for (const street of streets) this.#enter(street)
  }

  get(id: number): Street | undefined {
    return this.#byId.get(id)
  }

  /** By name and kind, or by name alone when either side does not say its kind. */
  find(neighbourhoodId: number, name: string): Street | undefined {
    const { base, kind } = streetKey(name)
    const exact = this.#byName.get(`${neighbourhoodId} ${base} ${kind ?? ''}`)
    if (exact || kind !== null) return exact ?? this.#byName.get(`${neighbourhoodId} ${base} `)
    return this.#byName.get(`${neighbourhoodId} ${base} *`)
  }

  /** Writes a street down as known, changed or new; `id` null takes one from the sequence. */
  async put(street: Omit<Street, 'id'> & { id: number | null }): Promise<Street> {
    const id = street.id ?? (await this.#takeId())
    const before = this.#byId.get(id)
    const kept = { ...street, id }
    if (!before) this.#outcomes.set(id, 'loaded')
    else if (!this.#outcomes.has(id)) this.#outcomes.set(id, isSame(before, kept) ? 'unchanged' : 'updated')
    this.#enter(kept)
    return kept
  }

  outcome(id: number): Outcome {
    return this.#outcomes.get(id) ?? 'unchanged'
  }

  /** Streets to write. */
  *changed(): Generator<Identity> {
    for (const [id, outcome] of this.#outcomes) {
      const street = this.#byId.get(id)
      if (street && outcome !== 'unchanged')
        yield { id, parentId: street.neighbourhoodId, name: street.name, kind: street.kind }
    }
  }

  #enter(street: Street): void {
    this.#byId.set(street.id, street)
    const { base, kind } = streetKey(street.name)
    for (const key of [`${street.neighbourhoodId} ${base} ${kind ?? ''}`, `${street.neighbourhoodId} ${base} *`])
      if (!this.#byName.has(key)) this.#byName.set(key, street)
  }

  async #takeId(): Promise<number> {
    if (this.#freeIds.length === 0) this.#freeIds = await takeIds(this.#session, IDS_AT_ONCE)
    return this.#freeIds.shift() ?? 0
  }
}

function isSame(a: Street, b: Street): boolean {
  return a.name === b.name && a.kind === b.kind && a.neighbourhoodId === b.neighbourhoodId
}

/** Streets of a province that still exist. */
export async function readStreets(client: pg.PoolClient, provinceId: number): Promise<Street[]> {
  const found = await client.query(
    `select s.id, s.neighbourhood_id as "neighbourhoodId", s.name, s.kind from komsu.street s join komsu.neighbourhood n on n.id = s.neighbourhood_id
     join komsu.district d on d.id = n.district_id where d.province_id = $1 and s.valid_to is null order by s.id`,
    [provinceId],
  )
  return found.rows
}
