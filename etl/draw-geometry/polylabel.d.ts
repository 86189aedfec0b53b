declare module 'polylabel' {
  /** Pole of inaccessibility of a polygon (rings of positions), with its distance to the nearest border. */
  export default function polylabel(polygon: number[][][], precision?: number): number[] & { distance: number }
}
