/** How the map looks apart from its figures: a flavour is data, layers are functions of it (HOUSE.md §2.16). */
export type Flavour = Readonly<{
  name: 'light' | 'dark' | 'contrast'
  isDark: boolean
  /** Beyond the province. */
  background: string
  land: string
  water: string
  coast: string
  street: string
  /** Between areas of the level shown. */
  border: string
  /** Between areas where no colour lies on the land. */
  borderOnLand: string
  /** Between districts. */
  districtBorder: string
  label: string
  labelHalo: string
  /** Names of areas, by how dark the colour under them is. */
  labelOnDark: string
  haloOnDark: string
  labelOnLight: string
  haloOnLight: string
  /** Outline of the area pointed at or chosen, and the line around that line. */
  outline: string
  outlineHalo: string
  /** Lines and dots of the patterns for areas without a figure. */
  pattern: string
  symbolStroke: string
  point: string
}>

export const FLAVOURS: Record<Flavour['name'], Flavour> = {
  light: {
    name: 'light',
    isDark: false,
    background: '#edf0f2',
    land: '#fbfaf7',
    water: '#d3dfe6',
    coast: '#b4c6d0',
    street: 'rgba(70, 76, 84, 0.28)',
    border: 'rgba(255, 255, 255, 0.6)',
    borderOnLand: '#d5d9dd',
    districtBorder: '#ffffff',
    label: '#22262b',
    labelHalo: 'rgba(255, 255, 255, 0.9)',
    labelOnDark: '#ffffff',
    haloOnDark: 'rgba(24, 16, 40, 0.55)',
    labelOnLight: '#22262b',
    haloOnLight: 'rgba(255, 255, 255, 0.75)',
    outline: '#14181d',
    outlineHalo: '#ffffff',
    pattern: '#a3abb3',
    symbolStroke: '#ffffff',
    point: '#0b5c8a',
  },
  dark: {
    name: 'dark',
    isDark: true,
    background: '#14181c',
    land: '#23282e',
    water: '#0d1a24',
    coast: '#33495a',
    street: 'rgba(220, 226, 232, 0.22)',
    border: 'rgba(16, 19, 23, 0.6)',
    borderOnLand: '#3d454d',
    districtBorder: '#0d1013',
    label: '#f2f4f6',
    labelHalo: 'rgba(16, 19, 23, 0.88)',
    labelOnDark: '#f2f4f6',
    haloOnDark: 'rgba(10, 12, 16, 0.75)',
    labelOnLight: '#14181c',
    haloOnLight: 'rgba(255, 255, 255, 0.55)',
    outline: '#ffffff',
    outlineHalo: '#0b0d10',
    pattern: '#5d6771',
    symbolStroke: '#14181c',
    point: '#7cc4f0',
  },
  contrast: {
    name: 'contrast',
    isDark: false,
    background: '#ffffff',
    land: '#ffffff',
    water: '#c6dced',
    coast: '#000000',
    street: 'rgba(0, 0, 0, 0.45)',
    border: '#ffffff',
    borderOnLand: '#000000',
    districtBorder: '#000000',
    label: '#000000',
    labelHalo: '#ffffff',
    labelOnDark: '#ffffff',
    haloOnDark: '#000000',
    labelOnLight: '#000000',
    haloOnLight: '#ffffff',
    outline: '#000000',
    outlineHalo: '#ffffff',
    pattern: '#000000',
    symbolStroke: '#000000',
    point: '#003c66',
  },
}
