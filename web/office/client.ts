/** Asks and tells for the screens of the office: nothing is sent twice, nothing is lost between two tries. */
import { ApiProblem, ask, type Method } from '../app/api.ts'
import type { Language } from '../i18n/t.ts'
import { type Uploading, upload } from './upload.ts'
import { uuid } from './uuid.ts'

/** What the client needs of the page around it. */
export type Surroundings = Readonly<{
  language: () => Language
  /** The role acted in, said only when an officer holds several. */
  actingRole: () => string | null
  /** Opens the sign-in dialog over the page; false: the officer put it off. In the background it may be left unasked. */
  signInAgain: (isInBackground: boolean) => Promise<boolean>
  /** Waits for the connection (a line over the page offers to try again); false: given up. */
  awaitConnection: () => Promise<boolean>
}>

type Reading = Readonly<{ signal?: AbortSignal | undefined }>
type Writing = Readonly<{
  /** uuid; kept by the caller only where one action outlives the page. Otherwise the client keeps it. */
  key?: string
  method?: Exclude<Method, 'GET'>
  signal?: AbortSignal | undefined
  /** false: fails at once when the server is out of reach (for saving in the background, which tries again by itself). */
  isPatient?: boolean
}>

export type OfficeClient = Readonly<{
  /** @throws ApiProblem; AbortError when given up */
  read: <T>(address: string, reading?: Reading) => Promise<T>
  /** POST unless said otherwise. @throws ApiProblem; AbortError when given up */
  write: <T>(address: string, body: unknown, writing?: Writing) => Promise<T>
  /** One file as multipart/form-data. @throws ApiProblem */
  upload: <T>(address: string, file: File, uploading?: Uploading) => Promise<T>
}>

const PAUSES_MS = [400, 1200]

export function officeClient(around: Surroundings): OfficeClient {
  const uncertain = new Map<string, string>()
  const underway = new Map<string, Promise<unknown>>()
  const headers = (): Record<string, string> => {
    const role = around.actingRole()
    return role ? { 'acting-role': role } : {}
  }

  async function read<T>(address: string, { signal }: Reading = {}): Promise<T> {
    const once = () => ask<T>(address, { signal, headers: headers(), language: around.language() })
    return again(once, { signal, pauses: PAUSES_MS, signInAgain: () => around.signInAgain(false) })
  }

  /** The same words to the same address while the first are on their way are one action (a double click). */
  function write<T>(address: string, body: unknown, writing: Writing = {}): Promise<T> {
    const action = `${writing.method ?? 'POST'} ${address} ${JSON.stringify(body)}`
    const before = underway.get(action)
    if (before) return before as Promise<T>
    const key = writing.key ?? uncertain.get(action) ?? uuid()
    const promise = send<T>(address, body, { ...writing, key })
      .then(answer => {
        uncertain.delete(action)
        return answer
      })
      .catch((error: unknown) => {
        // Nobody knows whether it was done: the next try says it is the same action.
        if (isUncertain(error)) uncertain.set(action, key)
        else uncertain.delete(action)
        throw error
      })
      .finally(() => underway.delete(action))
    underway.set(action, promise)
    return promise
  }

  async function send<T>(address: string, body: unknown, writing: Writing & { key: string }): Promise<T> {
    const { key, method = 'POST', signal, isPatient = true } = writing
    const asking = () => ({ method, body, signal, language: around.language() })
    const once = () => ask<T>(address, { ...asking(), headers: { ...headers(), 'idempotency-key': key } })
    const patience = isPatient ? { pauses: PAUSES_MS, awaitConnection: around.awaitConnection } : { pauses: [] }
    return again(once, { signal, signInAgain: () => around.signInAgain(!isPatient), ...patience })
  }

  return {
    read,
    write,
    upload: <T>(address: string, file: File, uploading: Uploading = {}) => {
      const key = uuid()
      const once = () => upload<T>(address, file, uploading, { ...headers(), 'idempotency-key': key })
      const signInAgain = () => around.signInAgain(false)
      return again(once, { signal: uploading.signal, signInAgain, pauses: PAUSES_MS })
    },
  }
}

/** Whether the deed may or may not have been done. */
function isUncertain(error: unknown): boolean {
  return !(error instanceof ApiProblem) || error.status === 0 || error.status === 401 || error.status >= 500
}

type Patience = Readonly<{
  signal: AbortSignal | undefined
  pauses: readonly number[]
  signInAgain: () => Promise<boolean>
  awaitConnection?: () => Promise<boolean>
}>

/** Tries until an answer comes that trying again would not change. */
async function again<T>(once: () => Promise<T>, patience: Patience, tries = 0): Promise<T> {
  try {
    return await once()
  } catch (error) {
    if (!(error instanceof ApiProblem) || patience.signal?.aborted) throw error
    if (error.type === 'not-signed-in') {
      if (!(await patience.signInAgain())) throw error
      return again(once, patience, tries)
    }
    if (error.status !== 0 && error.status !== 503) throw error
    const pause = patience.pauses[tries]
    if (pause !== undefined) await wait(pause)
    else if (!(await patience.awaitConnection?.())) throw error
    return again(once, patience, pause === undefined ? 0 : tries + 1)
  }
}

const wait = (ms: number) => new Promise(done => setTimeout(done, ms))
