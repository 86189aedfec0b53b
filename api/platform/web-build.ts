import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** What the built screens are made from, beside web/ itself: pure files of api, the looks of tiles, the lockfile. */
const SOURCES = ['web', 'api', 'tiles', 'package-lock.json']
const NOT_SOURCES = /^(dist|node_modules|screenshots|testing|.*\.test\.tsx?|.*\.md|\..*)$/

/** Whether web/dist is absent or older than what it is built from. */
export function isWebStale(root: string): boolean {
  const index = join(root, 'web/dist/index.html')
  if (!existsSync(index)) return true
  const built = statSync(index).mtimeMs
  return SOURCES.some(source => isNewer(join(root, source), built, source === 'web'))
}

/** In web every file counts, elsewhere only what web may open (layout test): contracts, rules, workflows, looks. */
function isNewer(path: string, than: number, isWeb: boolean): boolean {
  if (!existsSync(path)) return false
  const stat = statSync(path)
  if (stat.isFile())
    return (
      stat.mtimeMs > than &&
      (isWeb || /\.(contract|rules|workflow)\.ts$|\/tiles\/|role\.ts$|turkish\.ts$|-lock\.json$/.test(path))
    )
  return readdirSync(path).some(name => !NOT_SOURCES.test(name) && isNewer(join(path, name), than, isWeb))
}

/**
 * Builds the screens into web/dist in a process of its own (so that the database can be opened meanwhile).
 * @throws Error with the builder's words when it fails
 */
export function buildWeb(root: string): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', 'web', '--logLevel', 'warn'], { cwd: root })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)))
  return new Promise((done, fail) => {
    child.once('error', fail)
    child.once('exit', code => (code === 0 ? done() : fail(new Error(`vite build: ${said}`))))
  })
}
