/**
 * A decoder that forgives nothing: whatever vector-tile-spec 2.1 forbids, or Komşu promises beyond it, throws. For tests.
 */
export type StrictRing = [number, number][]
export type StrictFeature = Readonly<{
  id: number | undefined
  type: 1 | 2 | 3
  properties: Record<string, string | boolean>
  /** Points, lines or rings in tile units; rings without their closing vertex. */
  parts: StrictRing[]
  /** For polygons: index of the first ring of each polygon. */
  outers: number[]
}>
export type StrictLayer = Readonly<{ name: string; extent: number; features: StrictFeature[] }>

class Wire {
  at = 0
  readonly bytes: Uint8Array
  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get isDone(): boolean {
    return this.at === this.bytes.length
  }

  varint(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++]
      if (byte === undefined) throw new Error('varint runs over the end')
      value += (byte & 0x7f) * scale
      if (byte < 0x80) {
        if (byte === 0 && scale > 1) throw new Error('varint is longer than it need be')
        if (!Number.isSafeInteger(value)) throw new Error('varint out of the safe range')
        return value
      }
    }
  }

  field(): { number: number; wire: number } {
    const key = this.varint()
    return { number: key >> 3, wire: key & 7 }
  }

  message(): Wire {
    const size = this.varint()
    if (this.at + size > this.bytes.length) throw new Error('message runs over the end')
    this.at += size
    return new Wire(this.bytes.subarray(this.at - size, this.at))
  }

  text(): string {
    return new TextDecoder('utf-8', { fatal: true }).decode(this.message().bytes)
  }
}

/** @param margin how far, in tile units, geometry may reach over the edge */
export function decodeStrictly(tile: Uint8Array, margin = 64): StrictLayer[] {
  const wire = new Wire(tile)
  const layers: StrictLayer[] = []
  while (!wire.isDone) {
    const { number, wire: kind } = wire.field()
    if (number !== 3 || kind !== 2) throw new Error(`tile: field ${number} of wire type ${kind}`)
    const layer = layerOf(wire.message(), margin)
    if (layers.some(other => other.name === layer.name)) throw new Error(`two layers ${layer.name}`)
    layers.push(layer)
  }
  return layers
}

function layerOf(wire: Wire, margin: number): StrictLayer {
  const found = {
    version: 0,
    name: '',
    extent: 0,
    features: [] as Wire[],
    keys: [] as string[],
    values: [] as (string | boolean)[],
  }
  while (!wire.isDone) {
    const { number, wire: kind } = wire.field()
    if (number === 15 && kind === 0) found.version = once(found.version, wire.varint(), 'version')
    else if (number === 1 && kind === 2) found.name = once(found.name, wire.text(), 'name')
    else if (number === 5 && kind === 0) found.extent = once(found.extent, wire.varint(), 'extent')
    else if (number === 2 && kind === 2) found.features.push(wire.message())
    else if (number === 3 && kind === 2) found.keys.push(wire.text())
    else if (number === 4 && kind === 2) found.values.push(readValue(wire.message()))
    else throw new Error(`layer: field ${number} of wire type ${kind}`)
  }
  if (found.version !== 2) throw new Error(`version ${found.version}`)
  if (found.name === '' || found.extent !== 4096) throw new Error(`layer "${found.name}" of extent ${found.extent}`)
  if (found.features.length === 0) throw new Error('a layer without features')
  if (new Set(found.keys).size !== found.keys.length) throw new Error('a key twice')
  const used = new Set<number>()
  const features = found.features.map(feature => featureOf(feature, found, used, margin))
  if (used.size !== found.values.length) throw new Error('values nobody uses')
  const ids = features.flatMap(feature => feature.id ?? [])
  if (new Set(ids).size !== ids.length) throw new Error('an id twice')
  return { name: found.name, extent: found.extent, features }
}

function once<T>(before: T, now: T, what: string): T {
  if (before) throw new Error(`${what} twice`)
  return now
}

function readValue(wire: Wire): string | boolean {
  const { number, wire: kind } = wire.field()
  const value = number === 1 && kind === 2 ? wire.text() : number === 7 && kind === 0 ? wire.varint() : undefined
  if (value === undefined || !wire.isDone) throw new Error('a value that is not one string or one bool')
  if (typeof value === 'string') return value
  if (value > 1) throw new Error('a bool that is neither')
  return value === 1
}

function featureOf(
  wire: Wire,
  layer: { keys: string[]; values: (string | boolean)[] },
  used: Set<number>,
  margin: number,
): StrictFeature {
  let id: number | undefined
  let type = 0
  let commands: number[] | undefined
  const properties: Record<string, string | boolean> = {}
  while (!wire.isDone) {
    const { number, wire: kind } = wire.field()
    if (number === 1 && kind === 0) id = wire.varint()
    else if (number === 3 && kind === 0) type = wire.varint()
    else if (number === 4 && kind === 2) commands = numbers(wire.message())
    else if (number === 2 && kind === 2) Object.assign(properties, propertiesOf(numbers(wire.message()), layer, used))
    else throw new Error(`feature: field ${number} of wire type ${kind}`)
  }
  if (type !== 1 && type !== 2 && type !== 3) throw new Error(`geometry type ${type}`)
  if (!commands) throw new Error('a feature without geometry')
  const parts = partsOf(commands, type)
  for (const [x, y] of parts.flat())
    if (x < -margin || y < -margin || x > 4096 + margin || y > 4096 + margin)
      throw new Error(`vertex ${x},${y} is out of the tile`)
  return { id, type, properties, parts, outers: type === 3 ? outersOf(parts) : [] }
}

function numbers(wire: Wire): number[] {
  const list: number[] = []
  while (!wire.isDone) list.push(wire.varint())
  return list
}

function propertiesOf(tags: number[], layer: { keys: string[]; values: (string | boolean)[] }, used: Set<number>) {
  if (tags.length % 2) throw new Error('a tag without value')
  const properties: Record<string, string | boolean> = {}
  for (let i = 0; i < tags.length; i += 2) {
    const key = layer.keys[tags[i] as number]
    const value = layer.values[tags[i + 1] as number]
    if (key === undefined || value === undefined) throw new Error('a tag beyond the tables')
    if (key in properties) throw new Error(`${key} twice`)
    used.add(tags[i + 1] as number)
    properties[key] = value
  }
  return properties
}

/** §4.3.4: points one MoveTo; lines MoveTo(1) LineTo(≥1); polygons MoveTo(1) LineTo(≥2) ClosePath. */
function partsOf(commands: number[], type: 1 | 2 | 3): StrictRing[] {
  const parts: StrictRing[] = []
  let [x, y, i] = [0, 0, 0]
  const command = (wanted: number, what: string) => {
    const head = commands[i++]
    if (head === undefined || (head & 7) !== wanted) throw new Error(`${what} expected at ${i - 1}`)
    return head >> 3
  }
  const vertices = (count: number) =>
    Array.from({ length: count }, (): [number, number] => {
      const [dx, dy] = [commands[i++], commands[i++]]
      if (dx === undefined || dy === undefined) throw new Error('vertices run over the end')
      if (dx === 0 && dy === 0 && type !== 1 && i > 4) throw new Error('a vertex twice in a row')
      x += (dx >> 1) ^ -(dx & 1)
      y += (dy >> 1) ^ -(dy & 1)
      return [x, y]
    })
  if (type === 1) {
    const points = vertices(command(1, 'MoveTo'))
    if (points.length === 0) throw new Error('no point')
    if (i !== commands.length) throw new Error('something after the points')
    return points.map(point => [point])
  }
  while (i < commands.length) {
    if (command(1, 'MoveTo') !== 1) throw new Error('MoveTo of more than one')
    const [start] = vertices(1)
    const more = command(2, 'LineTo')
    if (more < (type === 2 ? 1 : 2)) throw new Error(`LineTo of ${more}`)
    const part = [start as [number, number], ...vertices(more)]
    if (type === 3 && command(7, 'ClosePath') !== 1) throw new Error('ClosePath of more than one')
    const last = part.at(-1)
    if (type === 3 && last?.[0] === start?.[0] && last?.[1] === start?.[1]) throw new Error('a ring closed by hand')
    parts.push(part)
  }
  return parts
}

/** Area of a ring by the surveyor's formula in tile units; an outer ring's is positive. */
export function ringArea(ring: StrictRing): number {
  let twice = 0
  for (const [i, [x, y]] of ring.entries()) {
    const [px, py] = ring.at(i - 1) as [number, number]
    twice += px * y - x * py
  }
  return twice / 2
}

function outersOf(rings: StrictRing[]): number[] {
  const outers: number[] = []
  for (const [i, ring] of rings.entries()) {
    const area = ringArea(ring)
    if (area === 0) throw new Error('a ring without area')
    if (i === 0 && area < 0) throw new Error('the first ring is a hole')
    if (area > 0) outers.push(i)
  }
  return outers
}
