import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { HOUSE } from './files.ts'

type Service = {
  image: string
  command?: string[]
  environment?: Record<string, string>
  healthcheck?: { test: string[]; interval: string }
  ports?: string[]
  volumes?: string[]
  depends_on?: Record<string, { condition: string }>
  restart?: string
}

// There is no Docker on the machines that build Komşu: the files are read here, their steps run in sql/setup/setup.test.ts.
describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml')
  const compose: { services: Record<string, Service>; volumes: Record<string, null> } = parse(text, { merge: true })
  const { database, migrate, komsu, tools } = compose.services

  test('holds PostGIS, a migration that ends, the server and the command line', () => {
    expect(Object.keys(compose.services)).toEqual(['database', 'migrate', 'komsu', 'tools'])
    expect(komsu?.depends_on).toEqual({
      migrate: { condition: 'service_completed_successfully' },
      database: { condition: 'service_healthy' },
    })
    for (const service of [database, komsu]) expect(service).toMatchObject({ restart: 'unless-stopped' })
    expect(migrate?.restart).toBe('no')
  })

  test('asks for every password and holds none', () => {
    const environments = Object.values(compose.services).flatMap(service => Object.entries(service.environment ?? {}))
    const secrets = environments.filter(([name]) => /PASSWORD|_URL$/.test(name))
    expect(secrets.length).toBeGreaterThan(4)
    for (const [name, value] of secrets) {
      expect(value, name).toMatch(/\$\{[A-Z_]+:\?[^}]+\}/)
      expect(value.replace(/\$\{[^}]*\}/g, ''), name).toMatch(
        /^(postgres:\/\/komsu_(app|owner):@database:5432\/komsu)?$/,
      )
    }
    expect(text).not.toMatch(/:-[^}]*(pass|secret)/i)
  })

  test('the server logs in as komsu_app and never learns the owner', () => {
    expect(komsu?.environment?.DATABASE_URL).toContain('postgres://komsu_app:')
    expect(JSON.stringify(komsu?.environment)).not.toMatch(/OWNER|POSTGRES_PASSWORD/)
    expect(migrate?.environment?.KOMSU_OWNER_URL).toContain('postgres://komsu_owner:')
    expect(tools?.environment).toMatchObject({ KOMSU_OWNER_URL: expect.any(String), DATABASE_URL: expect.any(String) })
  })

  test('images are pinned, what listens is checked, nothing listens beyond this machine', () => {
    for (const { image } of Object.values(compose.services)) expect(image).toMatch(/^[\w/.-]+:\d[\w.-]*$/)
    for (const service of [database, komsu]) expect(service?.healthcheck?.test[0]).toBe('CMD')
    expect(komsu?.healthcheck?.test.at(-1)).toContain('/health')
    const ports = Object.values(compose.services).flatMap(service => service.ports ?? [])
    expect(ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)])
  })

  test('data lives in named volumes, and every file mounted or run exists', () => {
    expect(Object.keys(compose.volumes)).toEqual(['database', 'files'])
    const mounts = Object.values(compose.services).flatMap(service => service.volumes ?? [])
    expect(mounts).toEqual(expect.arrayContaining(['database:/var/lib/postgresql/data', 'files:/var/lib/komsu']))
    const files = [
      ...mounts.map(mount => /^\.\/([^:]+)/.exec(mount)?.[1]),
      ...[migrate, tools].map(service => service?.command?.[0]),
    ].filter(file => file !== undefined)
    expect(files.filter(file => !existsSync(join(HOUSE, file)))).toEqual([])
  })

  test('every variable given to Komşu is one it reads', () => {
    const known = read('api/platform/config.ts')
    const given = [migrate, komsu, tools].flatMap(service => Object.keys(service?.environment ?? {}))
    expect(given.filter(name => !known.includes(`${name}:`))).toEqual([])
  })
})

describe('Dockerfile', () => {
  const lines = read('Dockerfile').replaceAll('\\\n', ' ').split('\n')
  const of = (word: string) =>
    lines.filter(line => line.startsWith(`${word} `)).map(line => line.slice(word.length + 1))

  test('builds in one stage and runs in another, pinned, slim and not as root', () => {
    expect(of('FROM')).toHaveLength(2)
    for (const image of of('FROM')) expect(image).toMatch(/^node:20\.\d+\.\d+-bookworm-slim( AS build)?$/)
    expect(of('USER')).toEqual(['node'])
    expect(lines.indexOf('USER node')).toBeGreaterThan(lines.findLastIndex(line => line.startsWith('RUN ')))
  })

  test('its Node is one that package.json allows', () => {
    const wanted = JSON.parse(read('package.json')).engines.node.replace('>=', '').split('.').map(Number)
    const [, major, minor] = /node:(\d+)\.(\d+)/.exec(of('FROM')[0] ?? '') ?? []
    expect(Number(major) * 100 + Number(minor)).toBeGreaterThanOrEqual(wanted[0] * 100 + wanted[1])
  })

  test('is checked, takes signals itself, holds no secret, and copies what exists', () => {
    expect(of('HEALTHCHECK')[0]).toContain('/health')
    expect(of('ENTRYPOINT')[0]).toMatch(/^\["node"/)
    expect(of('ENV').join()).not.toMatch(/PASSWORD|SECRET|DATABASE_URL/)
    const copied = of('COPY')
      .filter(line => line.startsWith('--from=build'))
      .map(line => line.split(' ')[1] ?? '')
    const made = ['node_modules', 'web/dist']
    const files = copied.map(path => path.replace('/komsu/', '')).filter(path => !made.includes(path))
    expect(files.filter(path => !existsSync(join(HOUSE, path)))).toEqual([])
    for (const room of ['api', 'sql', 'tiles', 'etl', 'data']) expect(files).toContain(room)
  })

  test('what is secret or made here does not travel into the image', () => {
    const ignored = read('.dockerignore').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.env', 'node_modules', 'data/.local', 'web/dist']))
  })
})

function read(file: string): string {
  return readFileSync(join(HOUSE, file), 'utf8')
}
