import { expect, test } from 'vitest'
import { FLAVOURS } from '../map/flavour.ts'
import { classColours, lightness, paletteFor } from './palette.rules.ts'

const NAMES = ['magma', 'viridis', 'cividis', 'grey'] as const

test.each(NAMES)('%s goes one way in lightness, in steps that can be told apart', name => {
  for (const isDark of [false, true]) {
    for (const k of [2, 3, 4, 5, 6, 7]) {
      const light = classColours(name, k, isDark).map(lightness)
      const steps = light.slice(1).map((value, i) => (value - (light[i] ?? 0)) * (isDark ? 1 : -1))
      expect(Math.min(...steps)).toBeGreaterThan(6)
      expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(2.2)
    }
  }
})

test.each(NAMES)('%s is never as pale as the land without a figure', name => {
  const land = lightness(FLAVOURS.light.land)
  expect(land - lightness(classColours(name, 7, false)[0] ?? '')).toBeGreaterThan(5)
})

test('need, reach and waiting have ramps of their own unless one is chosen', () => {
  expect(new Set((['need', 'reach', 'waiting'] as const).map(group => paletteFor('auto', group))).size).toBe(3)
  expect(paletteFor('grey', 'need')).toBe('grey')
})
