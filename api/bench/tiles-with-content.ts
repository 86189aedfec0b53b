import { get } from './load/get.ts'
import { type SentTile, tilePath } from './measure-tiles.ts'
import type { Tile } from './tile-list.ts'

/**
 * The first `count` of the candidates that hold anything of the layer, as the API sends them (compressed). Empty tiles
 * are left out: they cost next to nothing and would flatter every figure.
 */
export async function tilesWithContent(
  port: number,
  { layer, candidates, count }: { layer: string; candidates: readonly Tile[]; count: number },
): Promise<{ sent: SentTile[]; empty: number }> {
  const sent: SentTile[] = []
  let empty = 0
  for (const tile of candidates) {
    if (sent.length === count) break
    const answer = await get(port, tilePath(layer, tile))
    if (answer.status === 204) empty++
    else if (answer.status === 200) sent.push({ ...tile, body: answer.body, encoding: answer.encoding })
    else throw new Error(`${tilePath(layer, tile)} answered ${answer.status}: ${answer.body.subarray(0, 500)}`)
  }
  return { sent, empty }
}
