/**
 * Colours for classes. viridis, magma and cividis (Smith, van der Walt; Nuñez et al. 2018) rise evenly in lightness and stay
 * apart for colour-blind readers; only the ends that would vanish into paper or ink are cut off. Colour carries data only.
 */
import type { Indicator } from '../../api/need-map/need-map.contract.ts'
import type { PaletteName } from '../app/view.rules.ts'

type Ramp = readonly string[]

/** Eleven evenly spaced stops, dark to light. */
const RAMPS: Record<Exclude<PaletteName, 'auto'>, Ramp> = {
  magma: '000004 140e36 3b0f70 641a80 8c2981 b73779 de4968 f7705c fe9f6d fecf92 fcfdbf'.split(' '),
  viridis: '440154 482475 414487 355f8d 2a788e 21918c 22a884 44bf70 7ad151 bddf26 fde725'.split(' '),
  cividis: '00224e 123570 3b496c 575d6d 707173 8a8678 a59c74 c3b369 e1cc55 fee838 fee838'.split(' '),
  grey: '111111 272727 3d3d3d 535353 6a6a6a 818181 999999 b1b1b1 c9c9c9 e2e2e2 f4f4f4'.split(' '),
}

const BY_GROUP: Record<Indicator['group'], Exclude<PaletteName, 'auto'>> = {
  need: 'magma',
  reach: 'viridis',
  waiting: 'cividis',
}

/** Each group of indicators has its own ramp, so that need and reach are not mistaken for each other. */
export function paletteFor(name: PaletteName, group: Indicator['group']): Exclude<PaletteName, 'auto'> {
  return name === 'auto' ? BY_GROUP[group] : name
}

/** `k` colours, lowest figure first: light to dark on a light map, dark to light on a dark one. */
export function classColours(name: Exclude<PaletteName, 'auto'>, k: number, isDark: boolean): string[] {
  const [from, to] = isDark ? [0.2, 0.95] : [0.93, 0.24]
  return Array.from({ length: k }, (_, i) => sample(RAMPS[name], from + (to - from) * (k === 1 ? 0.6 : i / (k - 1))))
}

function sample(ramp: Ramp, at: number): string {
  const place = at * (ramp.length - 1)
  const [a, b] = [channels(ramp[Math.floor(place)] ?? ''), channels(ramp[Math.ceil(place)] ?? '')]
  const part = place - Math.floor(place)
  return `#${a.map((value, i) => hex(value + ((b[i] ?? 0) - value) * part)).join('')}`
}

const channels = (colour: string) => [0, 2, 4].map(at => Number.parseInt(colour.slice(at, at + 2), 16))
const hex = (value: number) => Math.round(value).toString(16).padStart(2, '0')

/** CIE L* of a colour, 0–100: how light it looks. */
export function lightness(colour: string): number {
  const [r = 0, g = 0, b = 0] = channels(colour.replace('#', '')).map(value => {
    const c = value / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  const y = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return y <= 216 / 24389 ? (24389 / 27) * y : 116 * Math.cbrt(y) - 16
}
