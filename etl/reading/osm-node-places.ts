/** Places of the nodes that are wanted: sorted ids and two flat arrays, 24 bytes a node. */
export class NodePlaces {
  readonly #ids: Float64Array
  readonly #lon: Float64Array
  readonly #lat: Float64Array

  constructor(wanted: readonly number[]) {
    const sorted = Float64Array.from(wanted).sort()
    this.#ids = sorted.filter((id, i) => i === 0 || id !== sorted[i - 1])
    this.#lon = new Float64Array(this.#ids.length).fill(Number.NaN)
    this.#lat = new Float64Array(this.#ids.length).fill(Number.NaN)
  }

  put(id: number, place: readonly [lon: number, lat: number]): void {
    const i = this.#find(id)
    if (i < 0) return
    this.#lon[i] = place[0]
    this.#lat[i] = place[1]
  }

  /** [longitude, latitude], or null for a node the file does not hold (a clipped extract). */
  get(id: number): [number, number] | null {
    const i = this.#find(id)
    const [lon, lat] = [this.#lon[i], this.#lat[i]]
    return lon === undefined || lat === undefined || Number.isNaN(lon) ? null : [lon, lat]
  }

  #find(id: number): number {
    let low = 0
    let high = this.#ids.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.#ids[middle] ?? 0
      if (found === id) return middle
      if (found < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
