import { createServer } from 'node:net'
import type { Config } from '../config.ts'
import { StartError } from './start-error.ts'

/** Makes sure that the address can be listened on, before minutes are spent on preparing. @throws StartError */
export function assertPortFree({ host, port }: Pick<Config, 'host' | 'port'>): Promise<void> {
  return new Promise((done, fail) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => fail(new StartError(whyNot(error, host, port))))
    probe.listen(port, host, () => probe.close(() => done()))
  })
}

function whyNot(error: NodeJS.ErrnoException, host: string, port: number): string {
  if (error.code === 'EADDRINUSE')
    return `${host}:${port} kullanımda; Komşu zaten çalışıyor olabilir: http://${host}:${port}
Başka bir kapı için: PORT=${port + 1} npm start
The port is in use; Komşu may be running already. For another port: PORT=${port + 1} npm start`
  return `${host}:${port} dinlenemiyor · cannot listen there: ${error.message}`
}
