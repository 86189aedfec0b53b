import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'

const TARGET = join(import.meta.dirname, 'schema.generated.ts')

type Column = {
  schema: string
  table: string
  tableComment: string | null
  column: string
  comment: string | null
  type: string
  isNullable: boolean
  hasDefault: boolean
  isAlways: boolean
}

/**
 * The Kysely types of a migrated database as TypeScript text, with the comments of tables and columns as docstrings.
 * Tables of schema komsu keep their bare name, others carry their schema ("published.area_month").
 */
export async function typesOf(pool: pg.Pool): Promise<string> {
  const columns: Column[] = (await pool.query(COLUMNS)).rows
  const tables = grouped(columns)
  const names = [...tables.keys()]
  const interfaces = [...tables].map(([key, list]) => interfaceOf(key, list))
  const index = names.map(key => `  ${JSON.stringify(key)}: ${typeName(key)}`).join('\n')
  return `// Made by \`npm run types\` from the migrated database. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

${interfaces.join('\n\n')}

export interface DB {
${index}
}
`
}

/** Writes the types beside the migrations. */
export async function writeTypes(pool: pg.Pool): Promise<void> {
  writeFileSync(TARGET, await typesOf(pool))
}

const COLUMNS = `
  select n.nspname as "schema", c.relname as "table", obj_description(c.oid) as "tableComment", a.attname as "column",
    col_description(c.oid, a.attnum) as "comment", format_type(a.atttypid, null) as "type", not a.attnotnull as "isNullable",
    (a.atthasdef or a.attidentity = 'd') as "hasDefault", a.attidentity = 'a' as "isAlways"
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  where n.nspname in ('komsu', 'published', 'tile') and c.relkind in ('r', 'v', 'p', 'm') and a.attnum > 0 and not a.attisdropped
    and not c.relispartition
  order by n.nspname, c.relname, a.attnum`

function grouped(columns: Column[]): Map<string, Column[]> {
  const groups = new Map<string, Column[]>()
  for (const column of columns) {
    const list = groups.get(keyOf(column)) ?? []
    list.push(column)
    groups.set(keyOf(column), list)
  }
  return groups
}

function keyOf(column: Column): string {
  return column.schema === 'komsu' ? column.table : `${column.schema}.${column.table}`
}

function typeName(key: string): string {
  return key.replace(/(^|[._])([a-z])/g, (_, __, letter: string) => letter.toUpperCase())
}

function interfaceOf(key: string, columns: Column[]): string {
  const lines = columns.map(column => `${docOf(column.comment, '  ')}  ${column.column}: ${typeOf(column)}`)
  return `${docOf(columns[0]?.tableComment ?? null, '')}export interface ${typeName(key)} {\n${lines.join('\n')}\n}`
}

function docOf(comment: string | null, indent: string): string {
  return comment ? `${indent}/** ${comment.replaceAll('*/', '* /')} */\n` : ''
}

const SCALARS: Record<string, string> = {
  bigint: 'number',
  integer: 'number',
  smallint: 'number',
  'double precision': 'number',
  real: 'number',
  numeric: 'string',
  boolean: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  'timestamp with time zone': 'ColumnType<Date, Date | string, Date | string>',
  jsonb: 'ColumnType<unknown, string, string>',
}

function typeOf(column: Column): string {
  const isArray = column.type.endsWith('[]')
  const scalar = SCALARS[column.type.replace('[]', '')] ?? 'string'
  const base = isArray ? `(${scalar} | null)[]` : scalar
  const withNull = column.isNullable ? `${base} | null` : base
  if (column.isAlways) return `GeneratedAlways<${withNull}>`
  if (!column.hasDefault) return withNull
  // Generated<ColumnType<…>> is not taken apart by Kysely: a default makes the insert type optional instead.
  return scalar.startsWith('ColumnType') ? withDefault(withNull) : `Generated<${withNull}>`
}

function withDefault(type: string): string {
  return type.replace(/^ColumnType<(.*), (.*), (.*)>/, 'ColumnType<$1, $2 | undefined, $3>')
}
