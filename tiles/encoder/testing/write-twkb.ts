/** Writes TWKB collections as PostGIS does for arrays of geometries with ids. For tests. */
export type TestPoint = readonly [number, number]
export type TestShape =
  | Readonly<{ type: 1; point: TestPoint }>
  | Readonly<{ type: 2; line: readonly TestPoint[] }>
  | Readonly<{ type: 5; lines: readonly (readonly TestPoint[])[] }>
  | Readonly<{ type: 3; rings: readonly (readonly TestPoint[])[] }>
  | Readonly<{ type: 6; polygons: readonly (readonly (readonly TestPoint[])[])[] }>

class Bytes {
  readonly list: number[] = []
  unsigned(value: number): void {
    let rest = value
    while (rest > 127) {
      this.list.push((rest % 128) + 128)
      rest = Math.floor(rest / 128)
    }
    this.list.push(rest)
  }
  signed(value: number): void {
    this.unsigned(value >= 0 ? 2 * value : -2 * value - 1)
  }
}

/** Ids as the tile functions send them: eight bytes each, highest first. */
export function writeIds(ids: readonly number[]): Buffer {
  const bytes = Buffer.alloc(8 * ids.length)
  for (const [i, id] of ids.entries()) bytes.writeBigUInt64BE(BigInt(id), 8 * i)
  return bytes
}

/** Shapes of one simple type become a Multi… with (empty) ids, others a GeometryCollection whose members carry headers. */
export function writeTwkb(shapes: readonly TestShape[]): Buffer {
  const out = new Bytes()
  const [first] = shapes
  const isUniform = first !== undefined && first.type <= 3 && shapes.every(shape => shape.type === first.type)
  out.list.push(isUniform ? first.type + 3 : 7, 0x04)
  out.unsigned(shapes.length)
  for (const _ of shapes) out.signed(0)
  let cursor = newCursor()
  for (const shape of shapes) {
    if (!isUniform) {
      out.list.push(shape.type, 0)
      cursor = newCursor()
    }
    body(out, shape, cursor)
  }
  return Buffer.from(out.list)
}

type Cursor = { x: number; y: number }
const newCursor = (): Cursor => ({ x: 0, y: 0 })

function body(out: Bytes, shape: TestShape, cursor: Cursor): void {
  const polygon = (rings: readonly (readonly TestPoint[])[]) => many(out, rings, ring => counted(out, ring, cursor))
  if (shape.type === 1) points(out, [shape.point], cursor)
  else if (shape.type === 2) counted(out, shape.line, cursor)
  else if (shape.type === 5) many(out, shape.lines, line => counted(out, line, cursor))
  else if (shape.type === 3) polygon(shape.rings)
  else many(out, shape.polygons, polygon)
}

function many<T>(out: Bytes, items: readonly T[], each: (item: T) => void): void {
  out.unsigned(items.length)
  for (const item of items) each(item)
}

function counted(out: Bytes, line: readonly TestPoint[], cursor: Cursor): void {
  out.unsigned(line.length)
  points(out, line, cursor)
}

function points(out: Bytes, line: readonly TestPoint[], cursor: Cursor): void {
  for (const [x, y] of line) {
    out.signed(x - cursor.x)
    out.signed(y - cursor.y)
    cursor.x = x
    cursor.y = y
  }
}
