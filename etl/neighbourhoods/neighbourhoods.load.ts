import { turkishKey } from '../../api/platform/turkish.ts'
import { isBetterName } from '../loading/area-names.ts'
import { fieldedRows } from '../loading/fielded-rows.ts'
import { combined, type Importer } from '../loading/importer.ts'
import { indexBoundaries } from '../loading/read-boundaries.ts'
import { type District, loadRegistry, type Neighbourhood } from '../loading/registry.ts'
import { type Boundary, saveBoundaries } from '../loading/save-boundaries.ts'
import { type Identity, saveIdentities, savePopulations, takeIds } from '../loading/save-identities.ts'
import type { ImportSession } from '../loading/session.ts'
import { type Outcome, repeated } from '../loading/tally.ts'
import { fault } from '../reading/reading.contract.ts'
import { type DistrictFinding, findDistrict } from './find-district.ts'
import { identifyNeighbourhood } from './identify-neighbourhood.ts'
import { type NeighbourhoodRecord, neighbourhoodFields } from './neighbourhoods.contract.ts'
import { readNeighbourhood } from './neighbourhoods.read.ts'

type Kept = Readonly<{ record: NeighbourhoodRecord; id: number; name: string; districtId: number; outcome: Outcome }>
type Work = DistrictFinding &
  Readonly<{ kept: Map<number, Kept>; settled: ReadonlySet<number>; freshFrom: string | undefined }>

export const importer: Importer = {
  fields: neighbourhoodFields,
  isPersonal: false,
  isDrawn: true,
  load: loadNeighbourhoods,
}

/** Writes the neighbourhoods of a file: identities, outlines as a vintage, residents. */
async function loadNeighbourhoods(session: ImportSession): Promise<void> {
  const { options, client, province, tally } = session
  const registry = await loadRegistry(client, province.id)
  const outlines = await indexBoundaries(client, 'district', province.id)
  const settled = new Set([...registry.districts.keys()].filter(id => registry.hasNeighbourhoods(id)))
  const freshFrom = options.reason && ['split', 'new_area', 'merge'].includes(options.reason) ? session.date : undefined
  const work: Work = { registry, outlines, hadDistricts: registry.hasDistricts, settled, kept: new Map(), freshFrom }
  const isIdAsked = options.idField !== undefined || (options.map ?? []).some(([, ours]) => ours === 'id')
  for await (const row of fieldedRows(session, { fields: neighbourhoodFields, geometry: 'polygon' })) {
    const record = readNeighbourhood(row, isIdAsked)
    if ('why' in record) tally.reject(row.line, record)
    else await keep(session, record, { ...work, theirs: row.theirs })
  }
  await write(session, [...work.kept.values()], freshFrom)
}

async function keep(
  session: ImportSession,
  record: NeighbourhoodRecord,
  work: Work & { theirs: (field: string) => string },
): Promise<void> {
  const { registry, theirs } = work
  const sure = record.id !== null && record.isSureId ? registry.neighbourhoods.get(record.id) : undefined
  const district = await findDistrict(session, record, work)
  const known = identifyNeighbourhood(record, { registry, district, isSettled: id => work.settled.has(id) })
  if (known && 'why' in known)
    return session.tally.reject(record.line, fault(theirs(known.field), valueFor(record, known.field), known.why))
  if (!known) return 'why' in district ? undefined : add(session, record, { ...work, district })
  if (record.id !== null && known.id !== record.id && sure)
    session.tally.mend(record.line, [
      'Kod başka bir mahalleye ait; ilçe ve adla eşleştirildi.',
      'The code belongs to another neighbourhood; matched by district and name.',
    ])
  const repeatedBy = work.kept.get(known.id)
  if (repeatedBy)
    return session.tally.reject(record.line, repeated(theirs('name'), record.name ?? known.id, repeatedBy.record.line))
  const name = record.name !== null && isBetterName(known.name, record.name) ? record.name : known.name
  const isMoved =
    known.id === record.id && 'id' in district && district.id !== known.districtId && record.district.id !== null
  const districtId = isMoved && 'id' in district ? district.id : known.districtId
  work.kept.set(known.id, {
    record,
    id: known.id,
    name,
    districtId,
    outcome: name !== known.name || isMoved ? 'updated' : 'unchanged',
  })
}

function valueFor(record: NeighbourhoodRecord, field: string): string | number | null {
  if (field === 'district_name') return record.district.name ?? record.district.id
  return field === 'id' ? record.id : record.name
}

/** A neighbourhood the registry does not know: by its own code, or one from the sequence. */
async function add(
  session: ImportSession,
  record: NeighbourhoodRecord,
  { district, kept, registry }: Work & { district: District },
): Promise<void> {
  const name = record.name ?? ''
  const isFree = record.id !== null && !registry.neighbourhoods.has(record.id)
  const id = isFree && record.id !== null ? record.id : ((await takeIds(session, 1))[0] ?? 0)
  const fresh: Neighbourhood = { id, name, key: turkishKey(name), districtId: district.id }
  registry.addNeighbourhood(fresh)
  kept.set(id, { record, id, name, districtId: district.id, outcome: 'loaded' })
}

async function write(session: ImportSession, kept: readonly Kept[], validFrom: string | undefined): Promise<void> {
  const identities: Identity[] = kept
    .filter(one => one.outcome !== 'unchanged')
    .map(({ id, name, districtId }) => ({ id, name, parentId: districtId, validFrom }))
  await saveIdentities(session, 'neighbourhood', identities)
  const boundaries: Boundary[] = kept.flatMap(({ id, record }) =>
    record.geometry?.kind === 'polygon'
      ? [{ id, geometry: record.geometry, source: record.source ?? session.file.name }]
      : [],
  )
  const outlines = await saveBoundaries(session, 'neighbourhood', boundaries)
  const counted = await savePopulations(
    session,
    'neighbourhood',
    kept.flatMap(({ id, record }) => record.populations.map(one => ({ id, ...one }))),
  )
  for (const { id, outcome } of kept)
    session.tally.count(combined(outcome, outlines.get(id), counted.has(id) ? 'updated' : undefined))
}
