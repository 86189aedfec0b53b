/** Requests to Komşu's own server. Nothing else is ever asked. */
import type { Language } from '../i18n/t.ts'

/** A problem the server named (RFC 9457), or `offline` when it could not be reached. */
export class ApiProblem extends Error {
  readonly type: string
  readonly status: number
  /** What the server adds: `why` of a closed step, `current` of a conflict, `issues` of a form… */
  readonly details: Readonly<Record<string, unknown>>
  constructor(type: string, status: number, detail: string, details: Record<string, unknown> = {}) {
    super(detail)
    this.type = type
    this.status = status
    this.details = details
  }
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Asking = Readonly<{
  signal?: AbortSignal | undefined
  method?: Method
  body?: unknown
  language?: Language
  headers?: Readonly<Record<string, string>>
}>

/** @throws ApiProblem; AbortError when given up */
export async function ask<T>(address: string, asking: Asking = {}): Promise<T> {
  const answer = await fetch(address, requestOf(asking)).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem('offline', 0, '')
  })
  if (!answer.ok) throw await problemOf(answer)
  return answer.status === 204 ? (undefined as T) : ((await answer.json()) as T)
}

function requestOf({ signal, method = 'GET', body, language, headers }: Asking): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(language ? { 'accept-language': language } : {}),
      ...headers,
    },
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  return problemFrom(answer.status, await answer.json().catch(() => ({})))
}

type ProblemBody = { type?: string; title?: string; detail?: string; details?: Record<string, unknown> }

/** The problem in an answer's body; a body that says nothing (a proxy's page) is an unknown one. */
export function problemFrom(status: number, body: ProblemBody): ApiProblem {
  return new ApiProblem(body.type ?? 'internal', status, body.detail ?? body.title ?? '', body.details)
}
