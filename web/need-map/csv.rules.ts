/** The table as a file. Only what the screen shows: a withheld figure is a word, never a number. */
export type Cell = string | number | null

/** RFC 4180 with a byte-order mark and `;` beside decimal commas, as Turkish spreadsheets expect; `.` and `,` in English. */
export function csvOf(header: readonly string[], rows: readonly (readonly Cell[])[], language: 'tr' | 'en'): string {
  const separator = language === 'tr' ? ';' : ','
  const lines = [header, ...rows].map(row => row.map(cell => cellText(cell, language)).join(separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

function cellText(cell: Cell, language: 'tr' | 'en'): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return language === 'tr' ? String(cell).replace('.', ',') : String(cell)
  // A leading =, +, - or @ would be run as a formula by a spreadsheet.
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[";,\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
