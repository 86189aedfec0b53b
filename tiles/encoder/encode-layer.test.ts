import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { expect, test } from 'vitest'
import { encodeLayer } from './encode-layer.ts'
import type { LayerShape } from './layer-tables.ts'
import { decodeStrictly, ringArea } from './testing/strict-decoder.ts'
import { type TestPoint, type TestShape, writeIds, writeTwkb } from './testing/write-twkb.ts'

const SHAPE: LayerShape = { name: 'thing', hasIds: true, marks: { s: {}, a: { approximate: true, class: 'main' } } }

function encode(
  shapes: TestShape[],
  options: { ids?: number[]; names?: string[]; marks?: string; shape?: LayerShape } = {},
) {
  const ids = options.ids ?? shapes.map((_, i) => i + 1)
  return encodeLayer(options.shape ?? SHAPE, {
    shapes: writeTwkb(shapes),
    ids: writeIds(ids),
    names: Buffer.from((options.names ?? shapes.map(() => '')).join('\u001f')),
    marks: options.marks ?? 's'.repeat(shapes.length),
  })
}

const SQUARE: TestPoint[] = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
  [0, 0],
]
const HOLE: TestPoint[] = [
  [20, 20],
  [40, 20],
  [40, 40],
  [20, 40],
  [20, 20],
]

test('a polygon with a hole keeps both, outer ring positive and hole negative whichever way they came', () => {
  for (const outer of [SQUARE, SQUARE.toReversed()]) {
    for (const hole of [HOLE, HOLE.toReversed()]) {
      const [layer] = decodeStrictly(encode([{ type: 3, rings: [outer, hole] }]))
      const rings = layer?.features[0]?.parts ?? []
      expect(rings.map(ringArea)).toEqual([10_000, -400])
    }
  }
})

test('names, marks and ids above 2^32 arrive', () => {
  const tile = encode(
    [
      { type: 1, point: [5, 6] },
      { type: 1, point: [-3, 9] },
      { type: 1, point: [0, 0] },
    ],
    { ids: [9_000_000_001, 7, 2 ** 52 + 3], names: ['Çiğli İstasyonaltı', '', 'ığüşöç'], marks: 'asa' },
  )
  expect(decodeStrictly(tile)[0]?.features).toEqual([
    {
      id: 9_000_000_001,
      type: 1,
      properties: { name: 'Çiğli İstasyonaltı', approximate: true, class: 'main' },
      parts: [[[5, 6]]],
      outers: [],
    },
    { id: 7, type: 1, properties: {}, parts: [[[-3, 9]]], outers: [] },
    {
      id: 2 ** 52 + 3,
      type: 1,
      properties: { name: 'ığüşöç', approximate: true, class: 'main' },
      parts: [[[0, 0]]],
      outers: [],
    },
  ])
})

test('a layer without ids has none', () => {
  const tile = encode(
    [
      {
        type: 2,
        line: [
          [0, 0],
          [1, 1],
        ],
      },
    ],
    { shape: { ...SHAPE, hasIds: false } },
  )
  expect(decodeStrictly(tile)[0]?.features[0]?.id).toBeUndefined()
})

test('rings and lines without extent are dropped, holes go with their outer ring, features with their last part', () => {
  const flat: TestPoint[] = [
    [0, 0],
    [50, 0],
    [20, 0],
    [0, 0],
  ]
  const dot: TestPoint[] = [
    [7, 7],
    [7, 7],
    [7, 7],
    [7, 7],
  ]
  const tile = encode([
    {
      type: 6,
      polygons: [
        [flat, HOLE],
        [SQUARE, dot],
      ],
    },
    { type: 6, polygons: [[dot]] },
    {
      type: 5,
      lines: [
        [
          [1, 1],
          [1, 1],
        ],
        [
          [2, 2],
          [2, 2],
          [3, 3],
        ],
      ],
    },
  ])
  const [layer] = decodeStrictly(tile)
  expect(layer?.features.map(feature => [feature.id, feature.parts.length])).toEqual([
    [1, 1],
    [3, 1],
  ])
  expect(encode([{ type: 6, polygons: [[dot]] }])).toHaveLength(0)
})

test('what does not fit the contract is refused', () => {
  const fine = {
    shapes: writeTwkb([{ type: 1, point: [1, 1] }]),
    ids: writeIds([1]),
    names: Buffer.from(''),
    marks: 's',
  }
  expect(encodeLayer(SHAPE, fine).length).toBeGreaterThan(0)
  expect(() => encodeLayer(SHAPE, { ...fine, marks: 'z' })).toThrow(/no mark "z"/)
  expect(() => encodeLayer(SHAPE, { ...fine, marks: 'ss' })).toThrow(/1 shapes, 2 marks/)
  expect(() => encodeLayer(SHAPE, { ...fine, ids: null })).toThrow(/1 shapes, 0 bytes of ids/)
  expect(() => encodeLayer(SHAPE, { ...fine, names: Buffer.from('a\u001fb') })).toThrow(/not as many names/)
  expect(() => encodeLayer(SHAPE, { ...fine, shapes: Buffer.from([0x24, 0, 0]) })).toThrow(/integer coordinates/)
})

// Whatever shapes come, the tile obeys the specification, and another decoder reads the same from it.
test.each(Array.from({ length: 60 }, (_, seed) => seed))('random shapes, seed %i', seed => {
  const random = xoroshiro128plus(seed)
  const int = (from: number, to: number) => uniformInt(random, from, to)
  const point = (): TestPoint => [int(-64, 4160), int(-64, 4160)]
  const near = ([x, y]: TestPoint): TestPoint => [clamp(x + int(-3, 3)), clamp(y + int(-3, 3))]
  const line = (least: number) => {
    const points = [point()]
    for (let i = int(least, 40); i > 1; i--) points.push(int(0, 3) ? near(points.at(-1) as TestPoint) : point())
    return points
  }
  const ring = () => {
    const points = line(1)
    return [...points, points[0] as TestPoint]
  }
  const polygon = () => Array.from({ length: int(1, 4) }, ring)
  const makers: (() => TestShape)[] = [
    () => ({ type: 1, point: point() }),
    () => ({ type: 2, line: line(2) }),
    () => ({ type: 5, lines: Array.from({ length: int(1, 4) }, () => line(2)) }),
    () => ({ type: 3, rings: polygon() }),
    () => ({ type: 6, polygons: Array.from({ length: int(1, 4) }, polygon) }),
  ]
  const only = seed % 2 ? (makers[int(0, 4)] as () => TestShape) : undefined
  const shapes = Array.from({ length: int(1, 200) }, () => (only ?? (makers[int(0, 4)] as () => TestShape))())
  const names = shapes.map((_, i) => (int(0, 2) ? `Şirinyer ${i % 7}` : ''))
  const tile = encode(shapes, { names, marks: shapes.map(() => (int(0, 1) ? 'a' : 's')).join('') })
  if (tile.length === 0) return expect(shapes.every(shape => shape.type !== 1)).toBe(true)
  const [strict] = decodeStrictly(tile)
  const other = new VectorTile(new PbfReader(tile)).layers.thing
  expect(other?.version).toBe(2)
  expect(other?.length).toBe(strict?.features.length)
  for (const [i, feature] of (strict?.features ?? []).entries()) {
    const same = other?.feature(i)
    expect(same?.id).toBe(feature.id)
    expect(same?.type).toBe(feature.type)
    expect(same?.properties).toEqual(feature.properties)
    const parts = same?.loadGeometry().map(part => part.map(({ x, y }) => [x, y])) ?? []
    const read =
      feature.type === 1
        ? parts.flat().map(at => [at])
        : parts.map(part => (feature.type === 3 ? part.slice(0, -1) : part))
    expect(read).toEqual(feature.parts)
    if (names[(feature.id ?? 0) - 1]) expect(feature.properties.name).toBe(names[(feature.id ?? 0) - 1])
  }
})

function clamp(value: number): number {
  return Math.min(4160, Math.max(-64, value))
}
