import { createServer, type Server, type Socket } from 'node:net'
import type { PGlite } from '@electric-sql/pglite'
import { greeting, queryMessage, readFirst, readUnit, type Status, type Unit, withOneReady } from './wire-messages.ts'

/**
 * Lets many clients share the one session of a PGlite over a socket. Units (a Query, or everything up to a Sync) run
 * one at a time; a client in a transaction keeps the session to itself until it ends, and a client that goes away in
 * the middle is rolled back.
 * @param onBroken called when the database itself fails (not a statement): the process should end
 */
export function serveWire(db: PGlite, onBroken: (error: unknown) => void): Server {
  const session = new Session(db, onBroken)
  return createServer(socket => new Client(socket, session))
}

type Turn = { client: Client; unit: Unit; bytes: Buffer }

class Session {
  private readonly waiting: Turn[] = []
  private holder: Client | undefined
  private isRunning = false
  private readonly db: PGlite
  private readonly onBroken: (error: unknown) => void

  constructor(db: PGlite, onBroken: (error: unknown) => void) {
    this.db = db
    this.onBroken = onBroken
  }

  ask(turn: Turn): void {
    this.waiting.push(turn)
    void this.run()
  }

  /** Forgets a client: what it still wanted, the transaction it left open, the statements it named. */
  leave(client: Client, statements: Iterable<string>): void {
    for (let i = this.waiting.length - 1; i >= 0; i--) if (this.waiting[i]?.client === client) this.waiting.splice(i, 1)
    const goodbyes = [
      ...(this.holder === client ? ['rollback'] : []),
      ...[...statements].map(name => `deallocate "${name.replaceAll('"', '""')}"`),
    ]
    for (const text of goodbyes.reverse())
      this.waiting.unshift({ client, unit: { end: 'query', length: 0, statements: [] }, bytes: queryMessage(text) })
    void this.run()
  }

  private next(): Turn | undefined {
    const index = this.holder ? this.waiting.findIndex(turn => turn.client === this.holder) : 0
    return index < 0 ? undefined : this.waiting.splice(index, 1)[0]
  }

  private async run(): Promise<void> {
    if (this.isRunning) return
    this.isRunning = true
    for (let turn = this.next(); turn; turn = this.next()) {
      try {
        const answer = await this.db.execProtocolRaw(turn.bytes)
        const { bytes, status } = withOneReady(answer, turn.unit.end !== 'flush')
        this.holder = keepsSession(turn.unit, status) ? turn.client : undefined
        turn.client.send(bytes)
      } catch (error) {
        this.onBroken(error)
        return
      }
    }
    this.isRunning = false
  }
}

function keepsSession(unit: Unit, status: Status | undefined): boolean {
  return unit.end === 'flush' || status === 'transaction' || status === 'failed'
}

class Client {
  private pending: Buffer = Buffer.alloc(0)
  private hasStarted = false
  private readonly statements = new Set<string>()
  private readonly socket: Socket
  private readonly session: Session

  constructor(socket: Socket, session: Session) {
    this.socket = socket
    this.session = session
    socket.setNoDelay(true)
    socket.on('data', chunk => this.take(chunk))
    socket.on('error', () => socket.destroy())
    socket.on('close', () => session.leave(this, this.statements))
  }

  send(bytes: Buffer): void {
    if (!this.socket.destroyed) this.socket.write(bytes)
  }

  private take(chunk: Buffer): void {
    this.pending = this.pending.length === 0 ? chunk : Buffer.concat([this.pending, chunk])
    while (this.hasStarted ? this.takeUnit() : this.takeFirst());
  }

  private takeFirst(): boolean {
    const first = readFirst(this.pending)
    if (!first) return false
    this.pending = this.pending.subarray(first.length)
    if (first.kind === 'encryption') this.send(Buffer.from('N'))
    if (first.kind === 'cancel') this.socket.end() // one session, busy until it answers: there is nothing to cancel with
    if (first.kind === 'startup') {
      this.hasStarted = true
      this.send(greeting())
    }
    return true
  }

  private takeUnit(): boolean {
    const unit = readUnit(this.pending)
    if (!unit) return false
    const bytes = this.pending.subarray(0, unit.length)
    this.pending = this.pending.subarray(unit.length)
    for (const name of unit.statements) this.statements.add(name)
    if (unit.end === 'terminate') this.socket.end()
    else this.session.ask({ client: this, unit, bytes })
    return true
  }
}
