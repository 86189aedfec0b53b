import type pg from 'pg'
import { turkishKey } from '../../api/platform/turkish.ts'
import { closestNames } from './closest-names.ts'

export type District = Readonly<{ id: number; name: string; key: string; provinceId: number }>
export type Neighbourhood = Readonly<{ id: number; name: string; key: string; districtId: number }>
/** What a file says of an area; either may be absent. */
export type AreaRef = Readonly<{ id: number | null; name: string | null }>
/** Why an area was not found, in both languages. */
export type NotFound = Readonly<{ why: readonly [tr: string, en: string] }>

/** Districts and neighbourhoods of one province, found by code or by Turkish name. */
export class Registry {
  readonly districts = new Map<number, District>()
  readonly neighbourhoods = new Map<number, Neighbourhood>()
  readonly #districtByKey = new Map<string, District>()
  readonly #byDistrict = new Map<number, Neighbourhood[]>()
  readonly provinceId: number

  constructor(provinceId: number) {
    this.provinceId = provinceId
  }

  addDistrict(district: District): void {
    this.districts.set(district.id, district)
    if (district.provinceId === this.provinceId) this.#districtByKey.set(compact(district.key), district)
  }

  addNeighbourhood(neighbourhood: Neighbourhood): void {
    this.neighbourhoods.set(neighbourhood.id, neighbourhood)
    const list = this.#byDistrict.get(neighbourhood.districtId)
    if (list) list.push(neighbourhood)
    else this.#byDistrict.set(neighbourhood.districtId, [neighbourhood])
  }

  get hasDistricts(): boolean {
    return this.#districtByKey.size > 0
  }

  hasNeighbourhoods(districtId: number): boolean {
    return (this.#byDistrict.get(districtId)?.length ?? 0) > 0
  }

  districtNamed(name: string): District | undefined {
    return this.#districtByKey.get(compact(turkishKey(name)))
  }

  /** By code where it is known and not of another province, else by name. */
  findDistrict({ id, name }: AreaRef): District | NotFound {
    const byId = id === null ? undefined : this.districts.get(id)
    if (byId?.provinceId === this.provinceId) return byId
    const byName = name === null ? undefined : this.districtNamed(name)
    if (byName) return byName
    if (byId)
      return {
        why: [
          `İlçe kodu ${id} bu ilin değil (il ${byId.provinceId}).`,
          `District code ${id} belongs to province ${byId.provinceId}.`,
        ],
      }
    if (id === null && name === null) return { why: ['İlçe yazılmamış.', 'No district is given.'] }
    return notFound(['İlçe', 'district'], name ?? id, [...this.#districtByKey.values()])
  }

  /** Neighbourhoods of a district with that name; several when the registry itself repeats it. */
  named(districtId: number, name: string): Neighbourhood[] {
    const list = this.#byDistrict.get(districtId) ?? []
    const key = turkishKey(name)
    const exact = list.filter(one => one.key === key)
    if (exact.length > 0) return exact
    const close = list.filter(one => compact(one.key) === compact(key))
    return close.length > 0 ? close : list.filter(one => isAbbreviated(one.key, key))
  }

  /** By code, else by district and name. */
  findNeighbourhood(ref: AreaRef, district: District | NotFound): Neighbourhood | NotFound {
    const byId = ref.id === null ? undefined : this.neighbourhoods.get(ref.id)
    if (byId) return byId
    if (ref.name === null)
      return {
        why:
          ref.id === null
            ? ['Mahalle yazılmamış.', 'No neighbourhood is given.']
            : [`Mahalle kodu ${ref.id} kayıtlı değil.`, `There is no neighbourhood ${ref.id}.`],
      }
    if ('why' in district) return district
    const found = this.named(district.id, ref.name)
    if (found.length === 1 && found[0]) return found[0]
    if (found.length > 1)
      return {
        why: [
          `${district.name} ilçesinde bu adla ${found.length} mahalle var; kod gerekir.`,
          `${found.length} neighbourhoods of ${district.name} have this name; give the code.`,
        ],
      }
    return notFound(['Mahalle', 'neighbourhood'], ref.name, this.#byDistrict.get(district.id) ?? [], district.name)
  }
}

function notFound(
  what: readonly [string, string],
  name: string | number | null,
  among: readonly { name: string }[],
  where = '',
): NotFound {
  const near = closestNames(
    String(name),
    among.map(one => one.name),
  )
  const list: [string, string] =
    near.length > 0 ? [` En yakın: ${near.join(', ')}.`, ` Nearest: ${near.join(', ')}.`] : ['', '']
  const place = where ? `${where}: ` : ''
  return {
    why: [
      `${place}${what[0]} kayıtlarda yok.${list[0]}`,
      `${place}there is no such ${what[1]} in the registry.${list[1]}`,
    ],
  }
}

/** Whether one key is the other with words shortened to their first letter: "r sevket ince", "refik sevket ince". */
function isAbbreviated(a: string, b: string): boolean {
  const [p, q] = [a.split(' '), b.split(' ')]
  const agree = (v = '', w = '') =>
    v === w || (v.length === 1 && w.startsWith(v)) || (w.length === 1 && v.startsWith(w))
  return (
    p.length === q.length &&
    p.length > 1 &&
    p.every((word, i) => agree(word, q[i])) &&
    p.some((word, i) => word === q[i] && word.length > 2)
  )
}

function compact(key: string): string {
  return key.replaceAll(' ', '')
}

/** Loads the registry of a province; districts of others come along so that a stray code is recognised. */
export async function loadRegistry(client: pg.PoolClient, provinceId: number): Promise<Registry> {
  const registry = new Registry(provinceId)
  const districts = await client.query(
    'select id, name, name_key as key, province_id as "provinceId" from komsu.district where valid_to is null',
  )
  for (const row of districts.rows) registry.addDistrict(row)
  const neighbourhoods = await client.query(
    `select n.id, n.name, n.name_key as key, n.district_id as "districtId" from komsu.neighbourhood n
     join komsu.district d on d.id = n.district_id where d.province_id = $1 and n.valid_to is null order by n.id`,
    [provinceId],
  )
  for (const row of neighbourhoods.rows) registry.addNeighbourhood(row)
  return registry
}
