import { type ImportSession, touched } from './session.ts'

/**
 * Writes staged rows into a table by a natural key: changed ones are updated, new ones inserted, equal ones left; the
 * session's tally counts each.
 */
export async function mergeStaged(
  session: ImportSession,
  what: Readonly<{ table: string; staged: string; key: readonly string[]; columns: readonly string[] }>,
): Promise<void> {
  const { table, key, columns } = what
  const staged = `pg_temp.${what.staged}`
  const match = key.map(column => `t.${column} = s.${column}`).join(' and ')
  const rest = columns.filter(column => !key.includes(column))
  const list = (alias: string) => rest.map(column => `${alias}.${column}`).join(', ')
  const total = Number((await session.client.query(`select count(*) as n from ${staged}`)).rows[0].n)
  const updated = await touched(
    session,
    `update ${table} t set ${rest.map(column => `${column} = s.${column}`).join(', ')} from ${staged} s where ${match} and row(${list('t')}) is distinct from row(${list('s')})`,
  )
  const loaded = await touched(
    session,
    `insert into ${table} (${columns.join(', ')}) select ${columns.join(', ')} from ${staged} s where not exists (select from ${table} t where ${match})`,
  )
  session.tally.count('updated', updated)
  session.tally.count('loaded', loaded)
  session.tally.count('unchanged', total - updated - loaded)
}
