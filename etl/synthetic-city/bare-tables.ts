import type pg from 'pg'

type Part = Readonly<{ drop: string; create: string }>

/**
 * Runs a large load with the tables stripped of indexes, keys and foreign keys (theirs and those that point at them),
 * and puts everything back as it was: built once over all rows this is many times faster than row by row, and the
 * foreign keys are still checked. In the caller's transaction, so a failure restores everything.
 * @param tables names in schema komsu
 */
export async function withBareTables(
  client: pg.ClientBase,
  tables: readonly string[],
  load: () => Promise<void>,
): Promise<void> {
  const parts = [...(await constraints(client, tables)), ...(await indexes(client, tables))]
  for (const { drop } of parts) await client.query(drop)
  await load()
  for (const { create } of [...parts].reverse()) await client.query(create)
}

// Foreign keys first out and last in, for they lean on the keys.
async function constraints(client: pg.ClientBase, tables: readonly string[]): Promise<Part[]> {
  const found = await client.query(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as create
     from pg_constraint
     where (contype in ('p', 'u', 'f') and conrelid = any (select format('komsu.%I', t)::regclass from unnest($1::text[]) t))
       or (contype = 'f' and confrelid = any (select format('komsu.%I', t)::regclass from unnest($1::text[]) t))
     order by contype = 'f' desc, conrelid, conname`,
    [tables],
  )
  return found.rows
}

async function indexes(client: pg.ClientBase, tables: readonly string[]): Promise<Part[]> {
  const found = await client.query(
    `select format('drop index %s', indexrelid::regclass) as drop, pg_get_indexdef(indexrelid) as create
     from pg_index i
     where indrelid = any (select format('komsu.%I', t)::regclass from unnest($1::text[]) t)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
     order by indrelid, indexrelid`,
    [tables],
  )
  return found.rows
}
