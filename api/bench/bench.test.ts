import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onFreshDatabase } from '../platform/testing/databases.ts'
import { missingForMapServer } from './peers/mapserver.ts'
import { HOUSE, withTsx } from './processes.ts'

type Ended = { code: number | null; lines: Record<string, unknown>[]; errors: string }

// Everything the bench makes outside its database goes here: what is left of it afterwards was not cleaned up.
const temporary = mkdtempSync(join(tmpdir(), 'komsu-bench-test-'))
afterAll(() => rmSync(temporary, { recursive: true, force: true }))

function bench(args: readonly string[], interruptAt?: RegExp): Promise<Ended> {
  const child = spawn(process.execPath, [...withTsx('api/komsu.ts'), 'bench', ...args], {
    cwd: HOUSE,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    errors += chunk
    if (interruptAt?.test(errors)) child.kill('SIGINT')
  })
  return new Promise(done => {
    child.once('close', code => {
      done({ code, errors, lines: output.split('\n').flatMap(line => (line ? [JSON.parse(line)] : [])) })
    })
  })
}

function left(): { files: string[]; processes: string[] } {
  const ids = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  const commands = ids.map(id => commandOf(id)).filter(command => command.includes(temporary))
  // tsx keeps compiled sources between runs; that is its own business.
  return { files: readdirSync(temporary).filter(name => !name.startsWith('tsx-')), processes: commands }
}

function commandOf(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return '' // ended meanwhile
  }
}

onFreshDatabase('bench', (db, kind) => {
  // pgbench and MapServer speak to servers only.
  const onNative = test.skipIf(kind === 'embedded')
  const common = () => ['--quick', '--demo', '--households', '1000', '--database', url()]
  const url = () => String(db().pool.options.connectionString)
  let values: Ended | undefined

  beforeAll(async () => {
    if (kind === 'native') values = await bench(['values', ...common()])
  }, 300_000)

  onNative('values: publishes, measures SQL beside API, judges three aims', () => {
    expect(values?.errors).not.toMatch(/Error/)
    expect(values?.code).toBe(0)
    const lines = values?.lines ?? []
    expect(lines.every(line => line.bench === 'values' && 'case' in line && 'value' in line && 'unit' in line)).toBe(
      true,
    )
    expect(lines.find(line => line.case === 'city')).toMatchObject({ value: 1000, source: 'demo city' })
    for (const name of ['sql', 'api'])
      expect(lines.filter(line => line.case === name && Number(line.p95) > 0)).toHaveLength(2)
    expect(lines.filter(line => line.case === 'aims' && typeof line.met === 'boolean')).toHaveLength(3)
  })

  onNative(
    'tiles: every contestant at one and four clients, every aim judged, nothing left behind',
    async () => {
      const { code, lines, errors } = await bench(['tiles', ...common(), '--layers', 'neighbourhood', '--zooms', '10'])
      expect(errors).not.toMatch(/Error/)
      expect(code).toBe(0)
      const hasPeers = missingForMapServer().length === 0
      if (!hasPeers) expect(errors).toContain('LEFT OUT')
      const peers = hasPeers ? ['mapserver', 'mapserver records', 'nginx'] : []
      for (const name of ['sql', 'sql mvt', 'api cold', 'api made', 'api warm', ...peers]) {
        const measured = lines.filter(line => line.case === name && Number(line.n) > 0 && Number(line.p50) > 0)
        expect(
          measured.map(line => line.clients),
          name,
        ).toEqual([1, 4])
      }
      expect(lines.find(line => line.case === 'size')).toMatchObject({
        layer: 'neighbourhood',
        zoom: 10,
        unit: 'bytes',
      })
      expect(lines.filter(line => line.case === 'aims').length).toBeGreaterThanOrEqual(7)
      expect(left()).toEqual({ files: [], processes: [] })
    },
    120_000,
  )

  onNative(
    'casework: search, file, first screens and pool beside their SQL, every aim judged',
    async () => {
      const { code, lines, errors } = await bench(['casework', ...common(), '--applications', '150'])
      expect(errors).not.toMatch(/Error|FAILED/)
      expect(code).toBe(0)
      expect(lines.find(line => line.case === 'casework')).toMatchObject({ value: 150 })
      for (const asked of [
        'search name',
        'search typo',
        'search phone',
        'search number',
        'search address',
        'work list',
        'pool',
      ])
        for (const name of ['sql', 'api'])
          expect(
            lines.filter(line => line.case === name && line.asked === asked && Number(line.p95) > 0).length,
            `${name} ${asked}`,
          ).toBeGreaterThanOrEqual(2)
      const aims = lines.filter(line => line.case === 'aims' && typeof line.met === 'boolean')
      expect(aims.map(line => String(line.aim).split(',')[0])).toEqual(
        expect.arrayContaining(['search', 'work list', 'pool']),
      )
      expect(left()).toEqual({ files: [], processes: [] })
    },
    300_000,
  )

  onNative(
    'surge: a small day and a flood, every answer found again',
    async () => {
      const { code, lines, errors } = await bench(['surge', ...common()])
      expect(errors).not.toMatch(/Error|refused/)
      expect(code).toBe(0)
      for (const name of ['true bursts', 'day', 'ceiling'])
        expect(
          lines.find(line => line.case === name),
          name,
        ).toMatchObject({ refused: {}, lost: 0 })
      expect(lines.find(line => line.case === 'day')).toMatchObject({ sent: 60, accepted: 60, receipts: 60 })
      expect(lines.find(line => line.aim === 'applications lost or doubled')).toMatchObject({ value: 0, met: true })
      expect(left()).toEqual({ files: [], processes: [] })
    },
    120_000,
  )

  onNative(
    'surge: keeps away from real households',
    async () => {
      await db().pool.query(`insert into komsu.household (file_no, address_id, district_id, neighbourhood_id, formed_on)
      select 'G-1', id, district_id, neighbourhood_id, '2026-01-01' from komsu.address limit 1`)
      const { code, errors } = await bench(['surge', ...common()])
      expect(errors).toContain('real households')
      expect(code).toBe(1)
    },
    60_000,
  )

  onNative(
    'Ctrl-C stops everything that was started',
    async () => {
      const { code, lines } = await bench(['tiles', ...common()], /district z10/)
      expect(code).toBe(130)
      expect(lines.some(line => line.case === 'aims')).toBe(false)
      expect(left()).toEqual({ files: [], processes: [] })
    },
    120_000,
  )
})
