/** The little of the PostgreSQL wire protocol (v3) that the embedded server must know. Pure. */

const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
const CANCEL_REQUEST = 80_877_102

export type FirstMessage = { kind: 'encryption' | 'cancel' | 'startup'; length: number }

/** The untyped message a connection begins with; undefined while it is incomplete. */
export function readFirst(buffer: Buffer): FirstMessage | undefined {
  if (buffer.length < 8) return undefined
  const length = buffer.readInt32BE(0)
  if (buffer.length < length) return undefined
  const code = buffer.readInt32BE(4)
  if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'encryption', length }
  return { kind: code === CANCEL_REQUEST ? 'cancel' : 'startup', length }
}

/** What ends a unit: Query, Sync and Flush want an answer, Terminate ends the connection. */
export type Unit = { end: 'query' | 'sync' | 'flush' | 'terminate'; length: number; statements: string[] }

const ENDS: Record<string, Unit['end']> = { Q: 'query', S: 'sync', H: 'flush', X: 'terminate' }

/**
 * The messages from the start of a buffer up to one that wants an answer; undefined while it is incomplete. A unit is
 * given to the database whole, so that two clients never mix inside one.
 */
export function readUnit(buffer: Buffer): Unit | undefined {
  const statements: string[] = []
  for (let at = 0; at + 5 <= buffer.length; ) {
    const type = String.fromCharCode(buffer[at] ?? 0)
    const next = at + 1 + buffer.readInt32BE(at + 1)
    if (next > buffer.length) return undefined
    const name = type === 'P' ? buffer.toString('utf8', at + 5, buffer.indexOf(0, at + 5)) : ''
    if (name) statements.push(name)
    const end = ENDS[type]
    if (end) return { end, length: next, statements }
    at = next
  }
  return undefined
}

export type Status = 'idle' | 'transaction' | 'failed'

const STATUS: Record<string, Status> = { I: 'idle', T: 'transaction', E: 'failed' }

/**
 * An answer with all ReadyForQuery messages but the last removed: PGlite sends one more after an error in the extended
 * protocol, which leaves clients one answer ahead. After a Flush none belongs there.
 */
export function withOneReady(answer: Uint8Array, wantsReady: boolean): { bytes: Buffer; status: Status | undefined } {
  const buffer = Buffer.from(answer.buffer, answer.byteOffset, answer.byteLength)
  const parts: Buffer[] = []
  let ready: Buffer | undefined
  for (let at = 0; at + 5 <= buffer.length; ) {
    const next = at + 1 + buffer.readInt32BE(at + 1)
    const message = buffer.subarray(at, next)
    if (message[0] === 0x5a) ready = message
    else parts.push(message)
    at = next
  }
  const status = ready ? STATUS[String.fromCharCode(ready[5] ?? 0)] : undefined
  if (ready && wantsReady) parts.push(ready)
  return { bytes: Buffer.concat(parts), status }
}

/** A Query message. */
export function queryMessage(text: string): Buffer {
  return message('Q', Buffer.from(`${text}\0`))
}

/** The greeting after a startup message: authenticated, settings pg wants to know, ready. */
export function greeting(): Buffer {
  const settings = {
    server_version: '18.0',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    integer_datetimes: 'on',
  }
  const ok = Buffer.alloc(4)
  const parameters = Object.entries(settings).map(([key, value]) => message('S', Buffer.from(`${key}\0${value}\0`)))
  return Buffer.concat([message('R', ok), ...parameters, message('K', Buffer.alloc(8)), message('Z', Buffer.from('I'))])
}

function message(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(type, 0, 'latin1')
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}
