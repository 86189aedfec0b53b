import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Folder of the whole project. */
export const HOUSE = resolve(import.meta.dirname, '../../..')

/** Every file git tracks or would track, relative to the project, as it stands on disk. */
export function filesOfHouse(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: HOUSE,
    encoding: 'utf8',
    maxBuffer: 64 << 20,
  })
  return listed.split('\0').filter(file => file !== '' && existsSync(join(HOUSE, file)))
}
