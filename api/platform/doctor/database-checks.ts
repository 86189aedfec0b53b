import { sql } from 'kysely'
import { pending } from '../../../sql/migrate.ts'
import { asService } from '../officer.ts'
import { amiss, type Check, type Opened, ok } from './finding.ts'

/** Checks on an open database; each asks one thing. */
export const DATABASE_CHECKS: readonly Check<Opened>[] = [
  async ({ db }) => {
    const { server, number } = await one(
      db,
      "select current_setting('server_version') as server, current_setting('server_version_num')::int as number",
    )
    return Number(number) >= 150_000
      ? ok('server', `PostgreSQL ${server}`, `PostgreSQL ${server}`)
      : amiss('fail', 'server', {
          says: [`PostgreSQL ${server} eski`, `PostgreSQL ${server} is too old`],
          mend: ['PostgreSQL 15 ya da yenisine geçin', 'Move to PostgreSQL 15 or newer'],
        })
  },
  async ({ db }) => {
    const { there } = await one(
      db,
      "select array(select extname || ' ' || extversion from pg_extension order by extname)::text[] as there",
    )
    const list = there as string[]
    const missing = ['postgis', 'pg_trgm', 'unaccent'].filter(name => !list.some(have => have.startsWith(`${name} `)))
    if (missing.length === 0) return ok('extensions', list.join(', '), list.join(', '))
    return amiss('fail', 'extensions', {
      says: [`Eksik eklenti: ${missing.join(', ')}`, `Missing extensions: ${missing.join(', ')}`],
      mend: [
        'Yetkili kullanıcıyla: create extension postgis; sonra npm run komsu -- migrate',
        'As a superuser: create extension postgis; then npm run komsu -- migrate',
      ],
    })
  },
  async ({ db }) => {
    const { migrations, definitions } = await pending(db.pool)
    const waiting = [...migrations, ...definitions]
    if (waiting.length === 0) return ok('migrations', 'Veritabanı bu sürümde', 'The database is at this version')
    return amiss('fail', 'migrations', {
      says: [`Bekleyen değişiklik: ${waiting.join(', ')}`, `Waiting to be applied: ${waiting.join(', ')}`],
      mend: ['npm run komsu -- migrate', 'npm run komsu -- migrate'],
    })
  },
  async ({ db }) => {
    if (db.kind === 'embedded') return ok('login', 'Gömülü veritabanı (deneme için)', 'Embedded database (for trying)')
    const login = await one(db, LOGIN)
    const faults = ['superuser', 'bypassrls', 'createrole', 'owner'].filter(name => login[name] === true)
    if (faults.length === 0) return ok('login', `${login.name} hiçbir şeye sahip değil`, `${login.name} owns nothing`)
    return amiss('warn', 'login', {
      says: [`${login.name} fazla yetkili: ${faults.join(', ')}`, `${login.name} may too much: ${faults.join(', ')}`],
      mend: [
        'KOMSU_APP_PASSWORD ile migrate edin; DATABASE_URL içinde komsu_app kullanın',
        'Migrate with KOMSU_APP_PASSWORD; use komsu_app in DATABASE_URL',
      ],
    })
  },
  async ({ db }) => {
    const { open } = await one(db, WITHOUT_ROW_SECURITY)
    const tables = open as string[]
    return tables.length === 0
      ? ok(
          'row_security',
          'Kişisel veri tablolarında satır güvenliği açık',
          'Row-level security is on where people are',
        )
      : amiss('fail', 'row_security', {
          says: [`Satır güvenliği kapalı: ${tables.join(', ')}`, `Row-level security is off: ${tables.join(', ')}`],
          mend: ['npm run komsu -- migrate', 'npm run komsu -- migrate'],
        })
  },
  async ({ db }) => {
    const asked = Date.now()
    const { at } = await one(db, 'select extract(epoch from clock_timestamp()) * 1000 as at')
    const apart = Math.abs(Number(at) - (asked + Date.now()) / 2) / 1000
    if (apart < 5) return ok('clock', 'Saatler uyuşuyor', 'The clocks agree')
    return amiss('warn', 'clock', {
      says: [`Veritabanının saati ${apart.toFixed(0)} sn farklı`, `The database's clock is ${apart.toFixed(0)} s off`],
      mend: ['Her iki makinede saati eşitleyin (NTP)', 'Synchronise both machines (NTP)'],
    })
  },
  async ({ db }) => {
    const { zone } = await one(db, "select current_setting('timezone') as zone")
    return zone === 'Europe/Istanbul'
      ? ok('timezone', 'Saat dilimi Europe/Istanbul', 'Time zone Europe/Istanbul')
      : amiss('fail', 'timezone', {
          says: [`Oturumun saat dilimi ${zone}`, `The session's time zone is ${zone}`],
          mend: [
            'Bağlantı havuzunun "options" ayarını geçirmesini sağlayın',
            'Let the connection pooler pass "options"',
          ],
        })
  },
  async ({ db }) => {
    if (db.kind === 'embedded')
      return ok(
        'durability',
        'Gömülü veritabanı diske beklemeden yazar',
        'The embedded database does not wait for the disk',
      )
    const { fsync, pages } = await one(
      db,
      "select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages",
    )
    return fsync === 'on' && pages === 'on'
      ? ok('durability', 'Yazılanlar diske güvenle iniyor', 'Writes reach the disk')
      : amiss('warn', 'durability', {
          says: [
            'fsync ya da full_page_writes kapalı: elektrik kesilirse veri gider',
            'fsync or full_page_writes is off: a power cut loses data',
          ],
          mend: ['postgresql.conf içinde ikisini de açın', 'Turn both on in postgresql.conf'],
        })
  },
  async ({ db }) => {
    const { months, newest } = await one(
      db,
      'select count(*)::int as months, max(month)::text as newest from published.release',
      'map',
    )
    return Number(months) > 0
      ? ok(
          'published',
          `${months} ay yayımlanmış, sonuncusu ${newest}`,
          `${months} months published, the newest ${newest}`,
        )
      : amiss('warn', 'published', {
          says: ['Yayımlanmış ay yok; harita boş', 'Nothing is published; the map is empty'],
          mend: [
            'Veri yükleyin (komsu import), sonra npm run komsu -- publish',
            'Load data (komsu import), then npm run komsu -- publish',
          ],
        })
  },
  async ({ db, config }) => {
    const { admins, demo } = await one(db, ACCOUNTS, 'gate')
    if (Number(admins) === 0 && (config.isProduction || Number(demo) === 0))
      return amiss('warn', 'accounts', {
        says: ['Yönetecek hesap yok', 'There is no administrator'],
        mend: ['npm run komsu -- create-admin --username …', 'npm run komsu -- create-admin --username …'],
      })
    const { real } = await one(
      db,
      'select exists (select from published.release where not is_synthetic) as real',
      'map',
    )
    if (real === true && !config.isProduction && Number(demo) > 0)
      return amiss('warn', 'accounts', {
        says: [
          'Gerçek haneler var ve demo hesapları açık: parolalarını herkes bilir',
          'There are real households, and demo accounts whose password everybody knows',
        ],
        mend: ['NODE_ENV=production ile çalıştırın', 'Run with NODE_ENV=production'],
      })
    return ok('accounts', `${admins} yönetici, ${demo} demo hesabı`, `${admins} administrators, ${demo} demo accounts`)
  },
]

const LOGIN = `
  select rolname as name, rolsuper as superuser, rolbypassrls as bypassrls, rolcreaterole as createrole,
    exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('komsu', 'published', 'tile') and c.relowner = r.oid) as owner
  from pg_roles r where rolname = session_user`

// Tables about a household, a person or an application, and every table somebody wrote a policy for.
const WITHOUT_ROW_SECURITY = `
  select array(
    select c.relname from pg_class c
    where c.relnamespace = to_regnamespace('komsu') and c.relkind in ('r', 'p') and not c.relispartition and not c.relrowsecurity
      and (exists (select from pg_policy p where p.polrelid = c.oid)
        or c.relname in ('household', 'person', 'application', 'audit_event')
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname in ('household_id', 'person_id', 'application_id')))
    order by 1)::text[] as open`

const ACCOUNTS = `
  select count(*) filter (where not o.is_demo and exists (
      select from komsu.officer_role r where r.officer_id = o.id and r.role = 'admin'))::int as admins,
    count(*) filter (where o.is_demo)::int as demo
  from komsu.officer o where o.is_active`

async function one(db: Opened['db'], text: string, as?: 'map' | 'gate'): Promise<Record<string, unknown>> {
  const rows = as
    ? await asService(db, as, trx =>
        sql
          .raw<Record<string, unknown>>(text)
          .execute(trx)
          .then(result => result.rows),
      )
    : (await db.pool.query<Record<string, unknown>>(text)).rows
  return rows[0] ?? {}
}
