/**
 * `npm test`: installs what the tests need where it may (Debian or Ubuntu, as root), says what to install elsewhere,
 * runs every test and ends with "N passed, N failed". Arguments go to vitest.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findPostgres } from './native-cluster.ts'

const NEEDS = [
  { what: 'PostGIS', isThere: () => findPostgres() !== undefined, packages: ['postgresql', 'postgresql-15-postgis-3'] },
  { what: 'Chromium', isThere: () => existsSync('/usr/bin/chromium'), packages: ['chromium'] },
]

function prepare(): void {
  const missing = NEEDS.filter(need => !need.isThere())
  if (missing.length === 0) return
  const packages = missing.flatMap(need => need.packages)
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`Installing for the tests: ${packages.join(' ')}`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'inherit' })
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: 'inherit' })
  }
  for (const need of NEEDS.filter(one => !one.isThere())) {
    console.warn(`LEFT OUT: tests that need ${need.what}. To run them: apt-get install ${need.packages.join(' ')}`)
  }
}

type Report = {
  numPassedTests: number
  numFailedTests: number
  testResults: { assertionResults: { status: string; fullName: string }[] }[]
}

function runVitest(): number {
  const folder = mkdtempSync(join(tmpdir(), 'komsu-tests-'))
  const report = join(folder, 'report.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const run = spawnSync(
    process.execPath,
    [vitest, 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...process.argv.slice(2)],
    { stdio: 'inherit' },
  )
  const code = run.status ?? 1
  if (!existsSync(report)) return code || 1
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Report
  rmSync(folder, { recursive: true, force: true })
  const skipped = testResults.flatMap(file => file.assertionResults).filter(test => test.status === 'skipped')
  for (const test of skipped) console.warn(`LEFT OUT: ${test.fullName}`)
  console.log(`${numPassedTests} passed, ${numFailedTests} failed`)
  return code || (numPassedTests === 0 ? 1 : 0)
}

prepare()
process.exitCode = runVitest()
