import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { filesOfHouse, HOUSE } from './files.ts'

const TOP_LEVEL = [
  ...['api', 'web', 'etl', 'sql', 'tiles', 'data', 'docker-compose.yml', 'package.json', 'tsconfig.json'],
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'LICENSE'],
  ...[
    '.ci',
    '.gitignore',
    '.dockerignore',
    'Dockerfile',
    'biome.json',
    'knip.json',
    'package-lock.json',
    'vitest.config.ts',
  ],
]

const files = filesOfHouse()
const code = files.filter(file => /\.(ts|tsx)$/.test(file) && !file.endsWith('.generated.ts'))
const imports = code.flatMap(file => importsOf(file).map(target => ({ file, target })))

test('nothing new stands at the top of the house', () => {
  expect([...new Set(files.map(file => file.split('/')[0] ?? ''))].filter(name => !TOP_LEVEL.includes(name))).toEqual(
    [],
  )
})

test('web opens only pure contracts, workflows and rules of api, and looks of tiles', () => {
  const pure =
    /^api\/.*\.(contract|workflow|rules)\.ts$|^api\/platform\/(role|turkish|national-id|day)\.ts$|^tiles\/(layers|flavours)\//
  expect(
    forbidden(({ file, target }) => isIn(file, 'web') && !isTest(file) && !isIn(target, 'web') && !pure.test(target)),
  ).toEqual([])
})

test('nobody opens web, and only the two doors (api/komsu.ts, api/start.ts) open etl', () => {
  const doors = ['api/komsu.ts', 'api/start.ts']
  expect(forbidden(({ file, target }) => isIn(target, 'web') && !isIn(file, 'web'))).toEqual([])
  expect(
    forbidden(
      ({ file, target }) => isIn(target, 'etl') && !isIn(file, 'etl') && !doors.includes(file) && !isTest(file),
    ),
  ).toEqual([])
})

test('platform knows no feature', () => {
  const allowed = /^(api\/platform|sql)\//
  expect(forbidden(({ file, target }) => isIn(file, 'api/platform') && !isTest(file) && !allowed.test(target))).toEqual(
    [],
  )
})

test('sql and tiles stand on platform alone', () => {
  const base = /^(api\/platform|sql|tiles)\//
  expect(
    forbidden(({ file, target }) => (isIn(file, 'sql') || isIn(file, 'tiles')) && !isTest(file) && !base.test(target)),
  ).toEqual([])
})

test('pure files stay pure: contracts, rules and workflows open neither the database nor Node', () => {
  const pureFiles = code.filter(file => /\.(contract|rules|workflow)\.ts$/.test(file))
  const impure = pureFiles.filter(file => /from '(node:|pg|kysely|fastify)/.test(read(file)))
  expect(impure).toEqual([])
})

test('files are kebab-case, components PascalCase', () => {
  const fine =
    /^(\.?[a-z0-9]+([-.][a-z0-9]+)*|[A-Z][A-Za-z0-9]*(\.test|\.browser\.test)?\.tsx|README\.md|[A-Z]+(\.md)?|Dockerfile)$/
  expect(files.filter(file => !isIn(file, 'data') && !fine.test(file.split('/').at(-1) ?? ''))).toEqual([])
})

test('files fit on a few screens', () => {
  const limit = (file: string) => (isTest(file) ? 300 : 200)
  expect(
    code
      .map(file => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ file, lines }) => lines > limit(file)),
  ).toEqual([])
})

test('a slice writes SQL only in its queries', () => {
  const slices = code.filter(
    file => /^api\/(?!platform)[a-z-]+\//.test(file) && !isTest(file) && !file.endsWith('.queries.ts'),
  )
  expect(slices.filter(file => /\bsql`|import \{[^}]*\bsql\b[^}]*\} from 'kysely'/.test(read(file)))).toEqual([])
})

function forbidden(is: (edge: { file: string; target: string }) => boolean): string[] {
  return imports.filter(is).map(({ file, target }) => `${file} → ${target}`)
}

function importsOf(file: string): string[] {
  const found = read(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
  return [...found].map(match => relative(HOUSE, resolve(HOUSE, dirname(file), match[1] ?? '')))
}

function isIn(file: string, room: string): boolean {
  return file.startsWith(`${room}/`)
}

function isTest(file: string): boolean {
  return /\.(test|bench)\.tsx?$/.test(file) || file.includes('/testing/') || /-check\.ts$/.test(file)
}

function read(file: string): string {
  return readFileSync(join(HOUSE, file), 'utf8')
}
