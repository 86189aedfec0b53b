import { turkishKey } from '../../api/platform/turkish.ts'
import { isBetterName } from '../loading/area-names.ts'
import { fieldedRows } from '../loading/fielded-rows.ts'
import { combined, type Importer } from '../loading/importer.ts'
import { loadRegistry, type Registry } from '../loading/registry.ts'
import { type Boundary, saveBoundaries } from '../loading/save-boundaries.ts'
import { type Identity, saveIdentities, savePopulations, takeIds } from '../loading/save-identities.ts'
import type { ImportSession } from '../loading/session.ts'
import { type Outcome, repeated } from '../loading/tally.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { type DistrictRecord, districtFields } from './districts.contract.ts'
import { readDistrict } from './districts.read.ts'

type Kept = Readonly<{ record: DistrictRecord; id: number; outcome: Outcome; name: string }>

export const importer: Importer = { fields: districtFields, isPersonal: false, isDrawn: true, load: loadDistricts }

/** Writes the districts of a file: identities, outlines as a vintage, residents. */
async function loadDistricts(session: ImportSession): Promise<void> {
  const registry = await loadRegistry(session.client, session.province.id)
  const seats = await seatsOf(session)
  const kept = new Map<number, Kept>()
  for await (const row of fieldedRows(session, { fields: districtFields, geometry: 'polygon' })) {
    const record = readDistrict(row)
    if ('why' in record) session.tally.reject(row.line, record)
    else await keep(session, { record, registry, kept, seats })
  }
  await write(session, [...kept.values()])
}

type Keeping = Readonly<{
  record: DistrictRecord
  registry: Registry
  kept: Map<number, Kept>
  seats: ReadonlyMap<number, string | null>
}>

async function keep(session: ImportSession, { record, registry, kept, seats }: Keeping): Promise<void> {
  const known = identify(record, registry)
  if (known && 'why' in known) return session.tally.reject(record.line, known)
  if (!known && record.name === null)
    return session.tally.reject(
      record.line,
      fault('id', record.id, [
        'Bu kodla ilçe yok, adı da yazılmamış.',
        'There is no district with this code, and no name is given.',
      ]),
    )
  const id = known?.id ?? record.id ?? (await takeIds(session, 1))[0] ?? 0
  const before = kept.get(id)
  if (before) return session.tally.reject(record.line, repeated('id', id, before.record.line))
  const name = known && !isBetterName(known.name, record.name ?? known.name) ? known.name : (record.name ?? '')
  if (!known) registry.addDistrict({ id, name, key: turkishKey(name), provinceId: session.province.id })
  const isChanged = known && (known.name !== name || (record.seat !== null && record.seat !== seats.get(id)))
  kept.set(id, { record, id, name, outcome: known ? (isChanged ? 'updated' : 'unchanged') : 'loaded' })
}

/** The district a record means: by code when the names agree or the name is new, otherwise by name. */
function identify(record: DistrictRecord, registry: Registry): { id: number; name: string } | Fault | undefined {
  const byId = record.id === null ? undefined : registry.districts.get(record.id)
  const byName = record.name === null ? undefined : registry.districtNamed(record.name)
  if (byId && byId.provinceId !== registry.provinceId)
    return (
      byName ??
      fault('id', record.id, [
        `Bu kod başka bir ilin ilçesi (${byId.name}).`,
        `This code is a district of another province (${byId.name}).`,
      ])
    )
  if (byId && byName && byId !== byName)
    return fault('id', record.id, [
      `Kod ${byId.name} ilçesinin, ad ${byName.name}.`,
      `The code is that of ${byId.name}, the name is ${byName.name}.`,
    ])
  return byId ?? byName
}

async function seatsOf({ client }: ImportSession): Promise<Map<number, string | null>> {
  const found = await client.query('select id, seat from komsu.district')
  return new Map(found.rows.map(row => [Number(row.id), row.seat]))
}

async function write(session: ImportSession, kept: readonly Kept[]): Promise<void> {
  const identities: Identity[] = kept
    .filter(one => one.outcome !== 'unchanged')
    .map(({ id, name, record }) => ({ id, name, parentId: session.province.id, seat: record.seat }))
  await saveIdentities(session, 'district', identities)
  const boundaries: Boundary[] = kept.flatMap(({ id, record }) =>
    record.geometry?.kind === 'polygon'
      ? [{ id, geometry: record.geometry, source: record.source ?? session.file.name }]
      : [],
  )
  const outlines = await saveBoundaries(session, 'district', boundaries)
  const counted = await savePopulations(
    session,
    'district',
    kept.flatMap(({ id, record }) => record.populations.map(one => ({ id, ...one }))),
  )
  for (const { id, outcome } of kept)
    session.tally.count(combined(outcome, outlines.get(id), counted.has(id) ? 'updated' : undefined))
}
