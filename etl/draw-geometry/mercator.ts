/** Web Mercator (EPSG:3857) as PostGIS has it, and how large a pixel is. Metres here are Mercator metres, not metres on the ground. */

export type Position = [number, number]

const RADIUS = 6_378_137
const DEGREE = Math.PI / 180

/** Width of the Mercator world in metres; the same figure as in sql/tiles/10-frame.sql. */
export const WORLD = 2 * Math.PI * RADIUS

/** Degrees (WGS 84) → metres. */
export function project(longitude: number, latitude: number): Position {
  return [longitude * DEGREE * RADIUS, Math.log(Math.tan(Math.PI / 4 + (latitude * DEGREE) / 2)) * RADIUS]
}

/** Metres → degrees (WGS 84). */
export function unproject([x, y]: Readonly<Position>): Position {
  return [x / RADIUS / DEGREE, (2 * Math.atan(Math.exp(y / RADIUS)) - Math.PI / 2) / DEGREE]
}

/** Metres a pixel covers at a zoom; MapLibre draws a vector tile 512 pixels wide. */
export function pixelAt(zoom: number): number {
  return WORLD / 512 / 2 ** zoom
}
