import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

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
