import type { Mesh } from './mesh.ts'
import { areaOf, type Ring } from './plane.ts'

/** Outer ring first, then holes; one polygon for each connected part. */
export type Polygon = readonly Ring[]

/**
 * Joins the cells of each label into polygons along the edges of the mesh. Corners are the circumcentres of its
 * triangles: two areas that meet have the same corners, each exactly three areas at most.
 * @param wanted which labels to outline
 */
export function dissolve(mesh: Mesh, label: Int32Array, wanted: (label: number) => boolean): Map<number, Polygon[]> {
  const { triangles, halfedges } = mesh.delaunay
  const next = new Map<number, Map<number, number>>()
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = halfedges[edge] ?? -1
    const inside = label[triangles[edge] ?? 0] ?? 0
    if (twin < 0 || !wanted(inside) || inside === label[triangles[twin] ?? 0]) continue
    const corners = next.get(inside) ?? new Map<number, number>()
    next.set(inside, corners)
    corners.set(Math.floor(edge / 3), Math.floor(twin / 3))
  }
  const centres = circumcentres(mesh)
  return new Map([...next].map(([of, corners]) => [of, polygons(rings(corners, centres))]))
}

function rings(next: Map<number, number>, centres: Float64Array): Ring[] {
  const all: Ring[] = []
  for (const first of next.keys()) {
    const ring: number[] = []
    for (let at: number | undefined = first; at !== undefined; ) {
      const to: number | undefined = next.get(at)
      if (to === undefined) break
      next.delete(at)
      ring.push(centres[2 * at] ?? 0, centres[2 * at + 1] ?? 0)
      at = to
    }
    if (ring.length >= 6) all.push(Float64Array.from(ring))
  }
  return all
}

// Rings of one label wind one way outside and the other way round holes; the largest ring is an outer one.
function polygons(all: Ring[]): Polygon[] {
  const sorted = all.map(ring => ({ ring, area: areaOf(ring) })).sort((a, b) => Math.abs(b.area) - Math.abs(a.area))
  const sign = Math.sign(sorted[0]?.area ?? 1)
  const outer = sorted.filter(({ area }) => Math.sign(area) === sign)
  const holes = sorted.filter(({ area }) => Math.sign(area) !== sign).map(({ ring }) => ring)
  return outer.map(({ ring }, i) => (i === 0 ? [ring, ...holes] : [ring]))
}

function circumcentres(mesh: Mesh): Float64Array {
  const { triangles, points } = mesh.delaunay
  const centres = new Float64Array((triangles.length / 3) * 2)
  const at = (i: number, axis: number) => points[2 * (triangles[i] ?? 0) + axis] ?? 0
  for (let t = 0; t < triangles.length / 3; t++) {
    const [ax, ay] = [at(3 * t, 0), at(3 * t, 1)]
    const [bx, by, cx, cy] = [
      at(3 * t + 1, 0) - ax,
      at(3 * t + 1, 1) - ay,
      at(3 * t + 2, 0) - ax,
      at(3 * t + 2, 1) - ay,
    ]
    const double = 2 * (bx * cy - by * cx)
    const [b2, c2] = [bx * bx + by * by, cx * cx + cy * cy]
    centres[2 * t] = ax + (cy * b2 - by * c2) / double
    centres[2 * t + 1] = ay + (bx * c2 - cx * b2) / double
  }
  return centres
}
