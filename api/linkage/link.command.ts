import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { InputError, UsageError, type Verb } from '../platform/command.ts'
import { LinkProblem } from './link.contract.ts'
import { linkRecords } from './link-records.rules.ts'

export const verb: Verb = {
  summary: 'find records of one list that are the same person (Fellegi–Sunter)',
  help: `komsu link [--input FILE]

Reads one problem (JSON) from FILE or standard input:
  { "records":   [{ … }],
    "compare":   [{ "field", "kind": "exact" | "name" | "date" | "national-id", "levels"?: [ … ] }],
    "block"?:    ["field" | ["field", "field"]],
    "threshold"?: 0.9, "seed"?: 1 }

  compare    name: Turkish-aware (ı/i, ş/s, double names, aliases, swapped names); date: 1980-05-17, 17.05.1980 or
             19800517; national-id: with check digits; exact: the same text. Missing values weigh nothing.
  levels     instead of the kind's own: a list, below 1 a Jaro–Winkler similarity, from 1 on a number of edits, strongest
             first; or a number N, the N − 1 strongest and "different"
  block      pairs equal in a field, or in all fields of a list, are compared; left out: every pair up to 1000 records,
             beyond that own rules, which the answer lists
  threshold  pairs from this probability on are answered

Answer: { "pairs": [{ "a", "b", "weight", "probability", "because" }], "clusters", "parameters" }
Indices are 0-based, weights are bits (log2), "because" adds up to the weight.`,
  async run(args) {
    const { values } = parseArgs({ args, options: { input: { type: 'string' } } })
    if (values.input === undefined && process.stdin.isTTY)
      throw new UsageError('give the problem with --input FILE or on standard input')
    return link(values.input === undefined ? await text(process.stdin) : readInput(values.input))
  },
}

function readInput(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new InputError(`--input ${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** The answer to a problem as JSON text. @throws InputError that says what is wrong, where, and how to mend it */
export function link(source: string): ReturnType<typeof linkRecords> {
  const problem = LinkProblem.safeParse(parsed(source))
  if (!problem.success)
    throw new InputError(`the problem is not as "komsu link --help" says:\n${explained(problem.error)}`)
  refuseUnknownFields(problem.data)
  try {
    return linkRecords(problem.data)
  } catch (error) {
    if (error instanceof RangeError) throw new InputError(error.message)
    throw error
  }
}

function parsed(source: string): unknown {
  if (source.trim() === '')
    throw new InputError('the input is empty; it must be one JSON object (see komsu link --help)')
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new InputError(`the input is not JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
}

/** At most so many faults are told: a list of thousands of records may have one in each. */
const MOST_TOLD = 5

function explained({ issues }: z.ZodError): string {
  const told = z.prettifyError({ issues: issues.slice(0, MOST_TOLD) } as z.ZodError)
  return issues.length > MOST_TOLD ? `${told}\n… and ${issues.length - MOST_TOLD} more` : told
}

/** A misspelt field would be missing in every record and silently weigh nothing. */
function refuseUnknownFields({ records, compare, block = [] }: LinkProblem): void {
  if (records.length === 0) return
  const known = new Set(records.flatMap(record => Object.keys(record)))
  const wanted = [
    ...compare.map(({ field }) => ({ field, where: 'compare' })),
    ...block.flat().map(field => ({ field, where: 'block' })),
  ]
  const unknown = wanted.find(({ field }) => !known.has(field))
  if (unknown)
    throw new InputError(
      `${unknown.where}: no record has a field "${unknown.field}". Fields: ${[...known].slice(0, 30).join(', ')}`,
    )
  const twice = compare.find(({ field }, i) => compare.findIndex(other => other.field === field) !== i)
  if (twice) throw new InputError(`compare: "${twice.field}" stands there twice; what is told twice counts double`)
}
