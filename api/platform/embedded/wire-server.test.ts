import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Embedded, openEmbedded } from './open-embedded.ts'

const folder = inject('embeddedFolder')

test.runIf(folder !== null)('the embedded database is there', () => expect(folder).toBeTruthy())

if (folder !== null) {
  let embedded: Embedded
  const open: pg.Client[] = []
  beforeAll(async () => {
    embedded = await openEmbedded(folder)
  })
  afterAll(() => Promise.all(open.map(client => client.end())))

  const connect = async () => {
    const client = new pg.Client({ host: embedded.socketFolder, user: 'postgres', database: 'postgres' })
    client.on('error', () => {})
    await client.connect()
    open.push(client)
    return client
  }

  test('an error in a statement with parameters leaves the next answers in step', async () => {
    const client = await connect()
    await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow(/division by zero/)
    await expect(client.query('select * from nowhere where a = $1', [1])).rejects.toThrow(/does not exist/)
    expect((await client.query('select $1::int as n', [7])).rows).toEqual([{ n: 7 }])
    expect((await client.query('select 8 as n')).rows).toEqual([{ n: 8 }])
  })

  test('an error inside a transaction is rolled back to a savepoint', async () => {
    const client = await connect()
    await client.query('begin')
    await client.query('savepoint here')
    await expect(client.query('select 1 / $1::int', [0])).rejects.toThrow()
    await client.query('rollback to savepoint here')
    expect((await client.query('select $1::int as n', [1])).rows).toEqual([{ n: 1 }])
    await client.query('rollback')
  })

  test('a transaction keeps the session; others wait and see only what is committed', async () => {
    const [writer, reader] = [await connect(), await connect()]
    await writer.query('create table wire_test (n int)')
    await writer.query('begin')
    await writer.query('insert into wire_test values ($1)', [1])
    const order: string[] = []
    const count = reader.query('select count(*)::int as n from wire_test').then(result => {
      order.push('read')
      return result.rows[0].n
    })
    await writer.query('insert into wire_test values ($1)', [2])
    order.push('commit')
    await writer.query('commit')
    expect(await count).toBe(2)
    expect(order).toEqual(['commit', 'read'])
    await writer.query('drop table wire_test')
  })

  test('a client that vanishes in a transaction is rolled back and the others go on', async () => {
    const [lost, other] = [await connect(), await connect()]
    await other.query('create table wire_lost (n int)')
    await lost.query('begin')
    await lost.query('insert into wire_lost values (1)')
    await lost.query({ name: 'named', text: 'select 1' })
    const waiting = other.query('select count(*)::int as n from wire_lost')
    ;(lost as unknown as { connection: { stream: { destroy: () => void } } }).connection.stream.destroy()
    expect((await waiting).rows).toEqual([{ n: 0 }])
    expect((await other.query({ name: 'named', text: 'select 2 as n' })).rows).toEqual([{ n: 2 }])
    await other.query('drop table wire_lost')
  })

  test('many clients at once each get their own answer', async () => {
    const clients = await Promise.all(Array.from({ length: 5 }, connect))
    const answers = await Promise.all(
      clients.map(async (client, i) => {
        const first = await client.query('select $1::int as n', [10 * i])
        const second = await client.query('select $1::int as n', [10 * i + 1])
        return [first.rows[0].n, second.rows[0].n]
      }),
    )
    expect(answers.flat()).toEqual([0, 1, 10, 11, 20, 21, 30, 31, 40, 41])
  })

  test('a large result arrives whole', async () => {
    const client = await connect()
    const { rows } = await client.query(
      "select i, repeat('ş', 100) as text from generate_series(1, 20000) i where $1",
      [true],
    )
    expect(rows).toHaveLength(20000)
    expect(rows[19999]).toEqual({ i: 20000, text: 'ş'.repeat(100) })
  })
}
