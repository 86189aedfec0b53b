import { deflateSync } from 'node:zlib'
import { PbfWriter } from 'pbf'

/** A small OSM PBF: nodes and ways with tags, as osmium writes it. */
export function osmPbf(
  nodes: readonly (readonly [number, number, number])[],
  ways: readonly { id: number; refs: number[]; tags: Record<string, string> }[],
): Buffer {
  const strings = ['', ...new Set(ways.flatMap(way => Object.entries(way.tags).flat()))]
  const index = (text: string) => strings.indexOf(text)
  const block = message(pbf => {
    pbf.writeMessage(
      1,
      (_, out) => {
        for (const text of strings) out.writeBytesField(1, Buffer.from(text))
      },
      null,
    )
    pbf.writeMessage(
      2,
      (_, group) => {
        for (const [id, lon, lat] of nodes)
          group.writeMessage(
            1,
            (_node, out) => {
              out.writeSVarintField(1, id)
              out.writeSVarintField(8, Math.round(lat * 1e7))
              out.writeSVarintField(9, Math.round(lon * 1e7))
            },
            null,
          )
        for (const way of ways)
          group.writeMessage(
            3,
            (_way, out) => {
              out.writeVarintField(1, way.id)
              out.writePackedVarint(2, Object.keys(way.tags).map(index))
              out.writePackedVarint(3, Object.values(way.tags).map(index))
              out.writePackedSVarint(
                8,
                way.refs.map((ref, i) => ref - (way.refs[i - 1] ?? 0)),
              )
            },
            null,
          )
      },
      null,
    )
  })
  return Buffer.concat([
    blob(
      'OSMHeader',
      message(pbf => pbf.writeStringField(4, 'OsmSchema-V0.6')),
    ),
    blob('OSMData', block),
  ])
}

function message(write: (pbf: PbfWriter) => void): Buffer {
  const pbf = new PbfWriter()
  write(pbf)
  return Buffer.from(pbf.finish())
}

function blob(type: string, data: Buffer): Buffer {
  const body = message(pbf => {
    pbf.writeVarintField(2, data.length)
    pbf.writeBytesField(3, deflateSync(data))
  })
  const header = message(pbf => {
    pbf.writeStringField(1, type)
    pbf.writeVarintField(3, body.length)
  })
  const length = Buffer.alloc(4)
  length.writeUInt32BE(header.length)
  return Buffer.concat([length, header, body])
}
