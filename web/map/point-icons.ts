/** Marks of the office's map, drawn on a canvas: form and letters say as much as the colour. */
import type { Flavour } from './flavour.ts'

export type PointTone = 'plain' | 'soon' | 'late' | 'urgent' | 'done'

/** How points of one kind look. `colour` and `mark` (one or two letters) for groups, such as one inspector's files each. */
export type PointKind = Readonly<{ kind: string; label: string; tone?: PointTone; colour?: string; mark?: string }>

/** Told apart by colour-blind readers, white letters legible on each (after Okabe & Ito, darkened). */
export const GROUP_COLOURS = [
  '#0b5c8a',
  '#a34700',
  '#00664d',
  '#8a2f6b',
  '#5b5300',
  '#2d3e9e',
  '#8c1d1d',
  '#474f57',
] as const

const COLOURS: Record<PointTone, { onLight: string; onDark: string }> = {
  plain: { onLight: '#0b5c8a', onDark: '#7cc4f0' },
  soon: { onLight: '#8a5a00', onDark: '#ecc578' },
  late: { onLight: '#a83a12', onDark: '#ffab85' },
  urgent: { onLight: '#8c1d1d', onDark: '#ff9e90' },
  done: { onLight: '#59626b', onDark: '#a9b2bb' },
}

const SIDE = 24
export const ICON_RATIO = 2

/** The name an image of a kind has in the map's style. */
export function iconId({ tone = 'plain', colour, mark }: PointKind, flavour: Flavour['name']): string {
  return `point-${flavour}-${colour ?? tone}-${mark ?? ''}`
}

export function drawIcon(kind: PointKind, flavour: Flavour): ImageData {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE * ICON_RATIO
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('No canvas to draw points on')
  pen.scale(ICON_RATIO, ICON_RATIO)
  pen.translate(SIDE / 2, SIDE / 2)
  paintIcon(pen, kind, flavour)
  return pen.getImageData(0, 0, canvas.width, canvas.height)
}

function paintIcon(pen: CanvasRenderingContext2D, kind: PointKind, flavour: Flavour): void {
  const tone = kind.tone ?? 'plain'
  const ink = kind.colour ?? COLOURS[tone][flavour.isDark ? 'onDark' : 'onLight']
  const paper = flavour.isDark && !kind.colour ? '#14181c' : '#ffffff'
  pen.beginPath()
  if (kind.mark) pen.arc(0, 0, 10, 0, 2 * Math.PI)
  else OUTLINES[tone](pen)
  pen.closePath()
  pen.fillStyle = tone === 'done' && !kind.mark ? paper : ink
  pen.fill()
  pen.lineWidth = tone === 'done' && !kind.mark ? 2.5 : 1.5
  pen.strokeStyle = tone === 'done' && !kind.mark ? ink : paper
  pen.stroke()
  const letters = kind.mark ?? (tone === 'urgent' ? '!' : '')
  pen.fillStyle = paper
  pen.font = `700 ${letters.length > 1 ? 10 : 12}px "Noto Sans", sans-serif`
  pen.textAlign = 'center'
  pen.textBaseline = 'middle'
  pen.fillText(letters, 0, 0.5)
}

/** Circle, diamond, triangle, octagon, ring. */
const OUTLINES: Record<PointTone, (pen: CanvasRenderingContext2D) => void> = {
  plain: pen => pen.arc(0, 0, 6, 0, 2 * Math.PI),
  soon: pen => polygon(pen, 4, 8, 0),
  late: pen => polygon(pen, 3, 9, 0),
  urgent: pen => polygon(pen, 8, 10, Math.PI / 8),
  done: pen => pen.arc(0, 0, 5, 0, 2 * Math.PI),
}

function polygon(pen: CanvasRenderingContext2D, corners: number, radius: number, turn: number): void {
  for (let at = 0; at < corners; at++) {
    const angle = turn - Math.PI / 2 + (at * 2 * Math.PI) / corners
    pen.lineTo(radius * Math.cos(angle), radius * Math.sin(angle))
  }
}
