import { InputError } from '../../platform/command.ts'
import type { Bench } from '../bench.ts'
import { ask } from '../prepare-city.ts'

/**
 * Works on a copy of a database, on the same server, and drops it when done: what is measured writes. With --quick it
 * works on the database itself (copying wants that nobody else is connected).
 * @throws InputError where real households live: thousands of invented applications never go there, not even to a copy
 */
export async function withScratch(bench: Bench, url: string, work: (copy: string) => Promise<void>): Promise<void> {
  const real = await ask(url, 'select from komsu.household where not is_synthetic limit 1')
  if (real.length > 0)
    throw new InputError('surge invents applications and is only for a demo city; this database holds real households.')
  if (bench.options.quick) return work(url)
  const name = new URL(url).pathname.slice(1)
  const scratch = `${name}_scratch`
  const there = (database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).toString()
  const drop = async () => void (await ask(there('postgres'), `drop database if exists "${scratch}" with (force)`))
  await drop()
  bench.note(`copying ${name}`)
  await ask(there('postgres'), `create database "${scratch}" template "${name}"`)
  bench.endings.add(drop)
  await work(there(scratch))
}
