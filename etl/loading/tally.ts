import type { ImportAnswer, Mended, Rejection } from '../import.contract.ts'
import { type Fault, fault } from '../reading/reading.contract.ts'
import { masked } from '../reading/values.ts'

/** What happened to a row. */
export type Outcome = 'loaded' | 'updated' | 'unchanged' | 'skipped'

const SHOWN_LINES = 20

/** Counts the rows of one import and keeps what was rejected and mended. */
export class Tally {
  read = 0
  vintage: ImportAnswer['vintage'] = null
  srid: number | null = null
  readonly notes: string[] = []
  readonly rejected: Rejection[] = []
  readonly #counts: Record<Outcome, number> = { loaded: 0, updated: 0, unchanged: 0, skipped: 0 }
  readonly #mended = new Map<string, Mended>()
  readonly #isPersonal: boolean

  /** @param isPersonal values of rejected rows are people's and are covered */
  constructor(isPersonal: boolean) {
    this.#isPersonal = isPersonal
  }

  count(outcome: Outcome, rows = 1): void {
    this.#counts[outcome] += rows
  }

  reject(line: number, { field, value, why, why_en }: Fault): void {
    this.rejected.push({ line, field, value: this.#isPersonal ? masked(value) : value, why, why_en })
  }

  mend(line: number, [why, why_en]: readonly [string, string]): void {
    const one = this.#mended.get(why) ?? { why, why_en, count: 0, lines: [] }
    one.count++
    if (one.lines.length < SHOWN_LINES) one.lines.push(line)
    this.#mended.set(why, one)
  }

  note(text: string): void {
    if (!this.notes.includes(text)) this.notes.push(text)
  }

  counts() {
    const rejected = [...this.rejected].sort((a, b) => a.line - b.line)
    return {
      read: this.read,
      ...this.#counts,
      rejected,
      mended: [...this.#mended.values()],
      notes: this.notes,
      srid: this.srid,
      vintage: this.vintage,
    }
  }
}

/** The same natural key twice in one file. */
export function repeated(field: string, value: string | number, firstLine: number): Fault {
  return fault(field, value, [
    `Aynı kayıt ${firstLine}. satırda da var.`,
    `The same record is in line ${firstLine} too.`,
  ])
}
