#!/usr/bin/env node
/** The command line: `npm run -s komsu -- <verb> …`. The one place outside etl that may open etl's verbs. */
import { InputError, progressOn, UsageError, type Verb } from './platform/command.ts'
import { readConfig } from './platform/config.ts'

const VERBS: Record<string, () => Promise<{ verb: Verb }>> = {
  migrate: () => import('./platform/commands/migrate.ts'),
  import: () => import('../etl/import.ts'),
  draw: () => import('../etl/draw-geometry/draw.command.ts'),
  synthesise: () => import('../etl/synthetic-city/synthesise.ts'),
  publish: () => import('./need-map/publish-need-map.ts'),
  link: () => import('./linkage/link.command.ts'),
  'find-duplicates': () => import('./duplicates/find-duplicates.command.ts'),
  doctor: () => import('./platform/commands/doctor.ts'),
  bench: () => import('./bench/bench.ts'),
  'create-admin': () => import('./officers/create-admin.command.ts'),
  'demo-officers': () => import('./officers/demo-officers.command.ts'),
}

async function main(argv: string[]): Promise<number> {
  const [name, ...args] = argv
  if (!name || name === '--help' || name === 'help') return list(name ? 0 : 2)
  const load = VERBS[name]
  if (!load) {
    process.stderr.write(`komsu: there is no verb "${name}". Verbs: ${Object.keys(VERBS).join(', ')}\n`)
    return 2
  }
  const { verb } = await load()
  if (args.includes('--help')) {
    process.stdout.write(`${verb.help}\n`)
    return 0
  }
  return run(verb, args)
}

async function run(verb: Verb, args: string[]): Promise<number> {
  try {
    const note = (text: string) => void process.stderr.write(`${text}\n`)
    const answer = await verb.run(args, { config: readConfig(), note, progress: progressOn(process.stderr) })
    if (answer !== undefined) await printed(`${JSON.stringify(answer)}\n`)
    return verb.isFault?.(answer) ? 1 : 0
  } catch (error) {
    if (error instanceof UsageError || isParseArgs(error)) return told(error, 2, verb.help)
    if (error instanceof InputError) return told(error, 1)
    process.stderr.write(`komsu: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    return 1
  }
}

function told(error: Error, code: number, help?: string): number {
  process.stderr.write(`komsu: ${error.message}\n${help ? `\n${help}\n` : ''}`)
  return code
}

function isParseArgs(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}

async function list(code: number): Promise<number> {
  const lines = await Promise.all(
    Object.entries(VERBS).map(async ([name, load]) => `  ${name.padEnd(12)} ${(await load()).verb.summary}`),
  )
  const text = `komsu <verb> [options]   (komsu <verb> --help tells more)\n\n${lines.join('\n')}\n`
  ;(code === 0 ? process.stdout : process.stderr).write(text)
  return code
}

function printed(text: string): Promise<void> {
  return new Promise(done => process.stdout.write(text, () => done()))
}

process.exitCode = await main(process.argv.slice(2))
