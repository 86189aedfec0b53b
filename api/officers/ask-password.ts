import { createInterface } from 'node:readline'
import { UsageError } from '../platform/command.ts'

/**
 * The password of a new account, never from the command line (others on the machine could read it there): from
 * KOMSU_NEW_PASSWORD, from a line of standard input, or asked twice on a terminal without showing it.
 */
export async function askPassword(env: NodeJS.ProcessEnv = process.env): Promise<string> {
  if (env.KOMSU_NEW_PASSWORD) return env.KOMSU_NEW_PASSWORD
  if (!process.stdin.isTTY) return firstLine()
  const password = await askHidden('Parola · Password: ')
  const again = await askHidden('Yeniden · Again: ')
  if (password !== again) throw new UsageError('İki parola aynı değil. · The two passwords differ.')
  return password
}

async function firstLine(): Promise<string> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) return line
  throw new UsageError('Standart girdide parola yok. · No password on standard input.')
}

function askHidden(label: string): Promise<string> {
  process.stderr.write(label)
  process.stdin.setRawMode(true)
  process.stdin.setEncoding('utf8').resume()
  return new Promise((done, fail) => {
    let typed = ''
    const onKeys = (keys: string) => {
      for (const key of keys) {
        if (key === '\r' || key === '\n') return end(() => done(typed))
        if (key === '\u0003') return end(() => fail(new UsageError('Vazgeçildi. · Given up.')))
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key
      }
    }
    const end = (then: () => void) => {
      process.stdin.off('data', onKeys).setRawMode(false).pause()
      process.stderr.write('\n')
      then()
    }
    process.stdin.on('data', onKeys)
  })
}
