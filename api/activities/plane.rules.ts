/** Metres on a plane about the middle of the files: a city is small enough for it. Pure. */
export type Spot = readonly [x: number, y: number]

const METRES_PER_DEGREE = 111_195

/** A function from degrees to metres east and north of `middle`. */
export function planeAround(middle: { lon: number; lat: number }): (lon: number, lat: number) => Spot {
  const east = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  return (lon, lat) => [(lon - middle.lon) * east, (lat - middle.lat) * METRES_PER_DEGREE]
}

export function squared([ax, ay]: Spot, [bx, by]: Spot): number {
  return (ax - bx) ** 2 + (ay - by) ** 2
}

export function middleOf(spots: readonly Spot[]): Spot | undefined {
  if (spots.length === 0) return undefined
  let [x, y] = [0, 0]
  for (const spot of spots) {
    x += spot[0]
    y += spot[1]
  }
  return [x / spots.length, y / spots.length]
}
