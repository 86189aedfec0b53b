import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { get } from './load/get.ts'
import type { Field, SentTile } from './measure-tiles.ts'
import type { Line } from './report.ts'

type Content = { features: number; vertices: number; bytes: number }

const SAMPLE = 10

/** How much the API and MapServer say of the same tiles: who sends less has less to do, and the report shows it. */
export async function compareContent(
  { nginx, mapServer }: Field,
  { layer, z, sent }: { layer: string; z: number; sent: readonly SentTile[] },
): Promise<Line[]> {
  if (!nginx || !mapServer) return []
  const ours: Content[] = []
  const theirs: Content[] = []
  for (const one of sent.slice(0, SAMPLE)) {
    ours.push(contentOf(plain(one)))
    theirs.push(contentOf((await get(nginx.mapServerPort, mapServer.path(layer, one))).body))
  }
  const mapserver = sum(theirs)
  return [
    {
      case: 'content',
      value: sum(ours).vertices,
      unit: 'vertices',
      layer,
      zoom: z,
      tiles: ours.length,
      api: sum(ours),
      mapserver,
    },
  ]
}

function plain({ body, encoding }: SentTile): Buffer {
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'gzip' ? gunzipSync(body) : body
}

function contentOf(bytes: Buffer): Content {
  const tile = new VectorTile(new PbfReader(bytes))
  const content = { features: 0, vertices: 0, bytes: bytes.length }
  for (const layer of Object.values(tile.layers)) {
    for (let i = 0; i < layer.length; i++) {
      content.features++
      content.vertices += layer
        .feature(i)
        .loadGeometry()
        .reduce((n, part) => n + part.length, 0)
    }
  }
  return content
}

function sum(contents: readonly Content[]): Content {
  const total = { features: 0, vertices: 0, bytes: 0 }
  for (const one of contents) {
    total.features += one.features
    total.vertices += one.vertices
    total.bytes += one.bytes
  }
  return total
}
