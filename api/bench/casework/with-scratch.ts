import type { Bench } from '../bench.ts'
import { ask } from '../prepare-city.ts'

/** Works on a copy of a database, on the same server, and drops it when done: what is measured may write. */
export async function withScratch(bench: Bench, url: string, work: (copy: string) => Promise<void>): Promise<void> {
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
