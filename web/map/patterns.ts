/** Patterns for areas without a figure, drawn on a canvas: never a pale shade of the scale (HOUSE.md §6). */
import type { Flavour } from './flavour.ts'

/** suppressed: slanted lines · too_few: dots · no_data: sparse crosses. */
export const PATTERN_STATES = ['suppressed', 'too_few', 'no_data'] as const
export type PatternState = (typeof PATTERN_STATES)[number]

const SIDE = 6
const RATIO = 2

export const patternId = (state: PatternState, flavour: Flavour['name']) => `pattern-${state}-${flavour}`

/** A 6 × 6 pixel tile that repeats without a seam, at twice the density. */
export function drawPattern(state: PatternState, ink: string): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * RATIO
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No canvas to draw patterns on')
  pen.scale(RATIO, RATIO)
  pen.strokeStyle = pen.fillStyle = ink
  DRAW[state](pen)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

export const PATTERN_RATIO = RATIO

const DRAW: Record<PatternState, (pen: CanvasRenderingContext2D) => void> = {
  suppressed(pen) {
    pen.lineWidth = 0.9
    for (const shift of [-SIDE, 0, SIDE]) line(pen, [shift - 1, SIDE + 1, shift + SIDE + 1, -1])
  },
  too_few(pen) {
    for (const [x, y] of [
      [1.5, 1.5],
      [4.5, 4.5],
    ] as const) {
      pen.beginPath()
      pen.arc(x, y, 0.8, 0, 2 * Math.PI)
      pen.fill()
    }
  },
  no_data(pen) {
    pen.lineWidth = 0.8
    line(pen, [1.8, 1.8, 4.2, 4.2])
    line(pen, [4.2, 1.8, 1.8, 4.2])
  },
}

function line(pen: CanvasRenderingContext2D, [x1, y1, x2, y2]: readonly [number, number, number, number]): void {
  pen.beginPath()
  pen.moveTo(x1, y1)
  pen.lineTo(x2, y2)
  pen.stroke()
}
