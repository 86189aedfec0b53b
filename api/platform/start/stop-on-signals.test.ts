import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'

let server: ChildProcess
let address: string
beforeEach(async () => {
  server = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'testing/serve-slowly.ts')])
  address = await nextLine()
})
afterEach(() => void server.kill('SIGKILL'))

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s: a request under way is answered, then the server exits 0',
  async signal => {
    const slow = fetch(`${address}/slow`)
    expect(await nextLine()).toBe('/slow')
    const exit = once(server, 'exit')
    server.kill(signal)
    const answer = await slow
    expect([answer.status, await answer.text()]).toEqual([200, 'done'])
    expect(await exit).toEqual([0, null])
    await expect(fetch(address)).rejects.toThrow()
  },
)

test('a request that never ends does not hold the server up for more than ten seconds', async () => {
  const stuck = fetch(`${address}/stuck`).then(
    () => 'answered',
    () => 'cut',
  )
  expect(await nextLine()).toBe('/stuck')
  const began = Date.now()
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(Date.now() - began).toBeLessThan(10_000)
  expect(await stuck).toBe('cut')
})

async function nextLine(): Promise<string> {
  const [line] = await once(server.stdout ?? server, 'data')
  return String(line).trim()
}
