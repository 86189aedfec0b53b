import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { ask } from './prepare-city.ts'

/** A tile and how many households live in it: the likelihood that somebody looks at it. */
export type Tile = Readonly<{ z: number; x: number; y: number; households: number }>

const FINEST = 16

// Households by tile of the finest zoom, in Web Mercator; the coarser zooms are sums of it.
const HOUSEHOLDS_BY_TILE = `
  with place as (
    select floor((st_x(a.geom) + 180) / 360 * (1 << ${FINEST}))::int as x,
           floor((1 - ln(tan(radians(st_y(a.geom))) + 1 / cos(radians(st_y(a.geom)))) / pi()) / 2 * (1 << ${FINEST}))::int as y
    from komsu.household h join komsu.address a on a.id = h.address_id
    where a.geom is not null
  )
  select x, y, count(*)::int as households from place group by x, y`

/** Every inhabited tile of the finest zoom. */
export function inhabitedTiles(url: string): Promise<{ x: number; y: number; households: number }[]> {
  return ask(url, HOUSEHOLDS_BY_TILE)
}

/**
 * Distinct tiles of one zoom, drawn without replacement with a chance in proportion to their households, the likelier
 * first (Efraimidis & Spirakis 2006: keys u^(1/w)). The same seed gives the same list.
 */
export function popularTiles(
  inhabited: readonly { x: number; y: number; households: number }[],
  { z, count, seed }: { z: number; count: number; seed: number },
): Tile[] {
  const random = xoroshiro128plus(seed * 100 + z)
  return atZoom(inhabited, z)
    .map(tile => ({ tile, key: Math.log(1 - uniformFloat64(random)) / tile.households }))
    .sort((a, b) => b.key - a.key)
    .slice(0, count)
    .map(({ tile }) => tile)
}

function atZoom(inhabited: readonly { x: number; y: number; households: number }[], z: number): Tile[] {
  const tiles = new Map<string, Tile>()
  for (const { x, y, households } of inhabited) {
    const parent = { z, x: x >> (FINEST - z), y: y >> (FINEST - z) }
    const key = `${parent.x}/${parent.y}`
    tiles.set(key, { ...parent, households: households + (tiles.get(key)?.households ?? 0) })
  }
  return [...tiles.values()].sort((a, b) => a.x - b.x || a.y - b.y)
}

/** Draws with replacement: what many people looking around ask for, popular tiles again and again. */
export function visits<T extends Tile>(tiles: readonly T[], { count, seed }: { count: number; seed: number }): T[] {
  const random = xoroshiro128plus(seed)
  const sums: number[] = []
  for (const tile of tiles) sums.push((sums.at(-1) ?? 0) + tile.households)
  return Array.from({ length: count }, () => {
    const at = uniformFloat64(random) * (sums.at(-1) ?? 0)
    const tile = tiles[sums.findIndex(sum => at < sum)]
    if (!tile) throw new RangeError('no tiles to draw from')
    return tile
  })
}
