import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, inject, test } from 'vitest'
import { readConfig } from '../config.ts'
import { openNative } from '../database.ts'
import { TEMPLATE_DATABASE } from '../testing/prepare-databases.ts'
import { examine, type Report } from './examine.ts'
import type { Finding } from './finding.ts'

const folder = mkdtempSync(join(tmpdir(), 'komsu-doctor-'))
afterAll(() => rmSync(folder, { recursive: true }))

const of = (report: Report, check: string): Finding | undefined => report.findings.find(one => one.check === check)
const config = (env: Record<string, string>) => readConfig({ KOMSU_DATA: join(folder, 'data'), ...env })
const AWAY = 'postgres://nobody@127.0.0.1:1/none'

test('a database out of reach is one failed finding with the way to mend it', async () => {
  const report = await examine(config({ DATABASE_URL: AWAY }))
  expect(report.state).toBe('fail')
  expect(of(report, 'database')).toMatchObject({ state: 'fail', mend: { en: expect.stringContaining('pg_hba.conf') } })
  expect(of(report, 'database')?.says.tr).toContain('ECONNREFUSED')
  expect(of(report, 'migrations')).toBeUndefined()
})

test('every finding speaks both languages and says how to mend what is amiss', async () => {
  const { findings } = await examine(
    config({ DATABASE_URL: AWAY, NODE_ENV: 'production', KOMSU_SECURE_COOKIES: 'false' }),
  )
  for (const { says, mend, state } of findings) {
    expect(says.tr && says.en).toBeTruthy()
    expect(state === 'ok' ? mend === null : Boolean(mend?.tr && mend.en)).toBe(true)
  }
  expect(findings.filter(one => one.state === 'warn').map(one => one.check)).toEqual(
    expect.arrayContaining(['configuration', 'cookies']),
  )
})

test('a trial open to the network', async () => {
  const state = async (env: Record<string, string>) =>
    of(await examine(config({ DATABASE_URL: AWAY, ...env })), 'configuration')?.state
  expect(await state({ HOST: '0.0.0.0' })).toBe('warn')
  expect(await state({ HOST: '::1' })).toBe('ok')
  expect(await state({})).toBe('ok')
})

test('a data folder nobody can write to', async () => {
  writeFileSync(join(folder, 'a-file'), '')
  const report = await examine(readConfig({ KOMSU_DATA: join(folder, 'a-file', 'x'), DATABASE_URL: AWAY }))
  expect(of(report, 'data_folder')?.state).toBe('fail')
})

test('screens older than their sources', async () => {
  const root = join(folder, 'house')
  mkdirSync(join(root, 'web/dist'), { recursive: true })
  writeFileSync(join(root, 'web/app.tsx'), '')
  const state = async () => of(await examine(config({ DATABASE_URL: AWAY }), root), 'web')?.state
  expect(await state()).toBe('warn')
  writeFileSync(join(root, 'web/dist/index.html'), '')
  utimesSync(join(root, 'web/app.tsx'), 1, 1)
  expect(await state()).toBe('ok')
  utimesSync(join(root, 'web/dist/index.html'), 0, 0)
  expect(await state()).toBe('warn')
})

describe.skipIf(!inject('nativeUrl'))('on a native database', () => {
  const url = inject('nativeUrl') ?? ''

  test('finds the login too mighty, nothing published, no administrator', async () => {
    const report = await examine(config({ DATABASE_URL: url }))
    expect(of(report, 'server')?.state).toBe('ok')
    expect(of(report, 'extensions')?.says.en).toMatch(/postgis \d/)
    expect(of(report, 'migrations')?.state).toBe('ok')
    expect(of(report, 'row_security')?.state).toBe('ok')
    expect(of(report, 'clock')?.state).toBe('ok')
    expect(of(report, 'timezone')?.state).toBe('ok')
    for (const check of ['login', 'published', 'accounts']) expect(of(report, check)?.state).toBe('warn')
    expect(of(report, 'login')?.says.en).toContain('superuser')
  })

  test('finds demo accounts beside real households', async () => {
    const name = `doctor_demo_${process.pid}`
    const admin = openNative(url, 1)
    await admin.pool.query(`create database ${name} template ${TEMPLATE_DATABASE}`)
    const there = url.replace(/\/[^/]*$/, `/${name}`)
    const state = async (env: Record<string, string> = {}) =>
      of(await examine(config({ DATABASE_URL: there, ...env })), 'accounts')
    try {
      const db = openNative(there, 1)
      await db.pool.query(`
        insert into komsu.officer (username, display_name, password_hash, is_demo) values ('manager', 'x', 'x', true);
        insert into published.release (month, rules_version, areas, suppressed, is_synthetic) values ('2026-10-01', '1', 0, 0, true)`)
      expect((await state())?.state).toBe('ok')
      await db.pool.query('update published.release set is_synthetic = false')
      await db.close()
      expect(await state()).toMatchObject({ state: 'warn', says: { en: expect.stringContaining('demo accounts') } })
      expect((await state({ NODE_ENV: 'production' }))?.says.en).toContain('no administrator')
    } finally {
      await admin.pool.query(`drop database ${name} with (force)`)
      await admin.close()
    }
  })

  test('finds what migrate has not applied, and a table without row-level security', async () => {
    const name = `doctor_${process.pid}`
    const admin = openNative(url, 1)
    await admin.pool.query(`create database ${name}`)
    const there = url.replace(/\/[^/]*$/, `/${name}`)
    try {
      const empty = await examine(config({ DATABASE_URL: there }))
      expect(empty.state).toBe('fail')
      expect(of(empty, 'migrations')?.mend?.en).toBe('npm run komsu -- migrate')
      expect(of(empty, 'extensions')?.says.en).toContain('postgis')
      const db = openNative(there, 1)
      await db.pool.query(
        'create schema komsu; create table komsu.person (); create table komsu.visit (household_id int)',
      )
      await db.close()
      const open = await examine(config({ DATABASE_URL: there }))
      expect(of(open, 'row_security')).toMatchObject({
        state: 'fail',
        says: { en: expect.stringContaining('person, visit') },
      })
    } finally {
      await admin.pool.query(`drop database ${name} with (force)`)
      await admin.close()
    }
  })
})
