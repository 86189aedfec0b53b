/** Line icons on a 24-pixel grid, drawn for this product; decoration only, the words stand beside them or in aria-label. */
const PATHS = {
  map: 'M9 4 3 6.5v13L9 17l6 2.5 6-2.5V4l-6 2.5L9 4Zm0 0v13m6-10.5v13',
  table: 'M3.5 5h17v14h-17zM3.5 10h17M3.5 14.5h17M10 10v9',
  info: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 7.5v5m0-8.4v.1',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8Zm-7.5 16c.6-4 3.6-6 7.5-6s6.9 2 7.5 6',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  down: 'm6 9.5 6 6 6-6',
  up: 'm6 14.5 6-6 6 6',
  left: 'm14.5 6-6 6 6 6',
  right: 'm9.5 6 6 6-6 6',
  close: 'm6 6 12 12M18 6 6 18',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  home: 'M4 9V4h5M20 9V4h-5M4 15v5h5m11-5v5h-5',
  play: 'M8 5.5v13l10.5-6.5L8 5.5Z',
  pause: 'M8 5.5v13m8-13v13',
  download: 'M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M5 20h14',
  look: 'M12 3.5a8.5 8.5 0 1 0 0 17v-17Zm0 0a8.5 8.5 0 0 1 0 17',
  layers: 'm12 4 9 5-9 5-9-5 9-5Zm-9 9.5 9 5 9-5',
  sliders: 'M4 7h9m4 0h3M4 17h3m4 0h9M15 4.8v4.4M9 14.8v4.4',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  dot: 'M12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
  list: 'M4 6.5h16M4 12h16M4 17.5h16',
  folder: 'M3.5 7V5.5h6l2 2.5h9v11h-17V7Z',
  keyboard: 'M3 6.5h18v11H3zM6.5 10h.1m3 0h.1m3 0h.1m3 0h.1m3 0h.1M8 14h8',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17Zm0 4V12l3 2',
  pin: 'M12 21s6.5-6 6.5-11a6.5 6.5 0 0 0-13 0c0 5 6.5 11 6.5 11Zm0-13a2 2 0 1 0 0 4 2 2 0 0 0 0-4Z',
  lasso: 'M12 4.5c5 0 8.5 2 8.5 5s-3.5 5-8.5 5-8.5-2-8.5-5 3.5-5 8.5-5ZM7 14c-2 1-2 3 0 3.5s2 2-.5 3',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  swap: 'M4 8h15m-4-4 4 4-4 4M20 16H5m4-4-4 4 4 4',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4',
  bin: 'M4.5 7h15M9 7V4.5h6V7m-8.5 0 1 13h9l1-13M10 11v5m4-5v5',
  edit: 'm4 20 1-4.5L16.5 4 20 7.5 8.5 19 4 20Z',
  phone: 'M6 3.5h3l1.5 4.5-2 1.5a12 12 0 0 0 6 6l1.5-2 4.5 1.5v3c0 1-1 2-2 2C11 19.5 4.5 13 4 5.5c0-1 1-2 2-2Z',
  urgent: 'M12 3.5v11m0 4.5v.5',
  warning: 'M12 4 2.8 19.5h18.4L12 4Zm0 6v4.5m0 2.4v.1',
} as const

export type IconName = keyof typeof PATHS

export function Icon({ name, size = 20 }: Readonly<{ name: IconName; size?: number }>) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
