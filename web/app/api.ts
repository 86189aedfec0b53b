/** Requests to Komşu's own server. Nothing else is ever asked. */
import type { Language } from '../i18n/t.ts'

/** A problem the server named (RFC 9457), or `offline` when it could not be reached. */
export class ApiProblem extends Error {
  readonly type: string
  readonly status: number
  constructor(type: string, status: number, detail: string) {
    super(detail)
    this.type = type
    this.status = status
  }
}

type Asking = Readonly<{
  signal?: AbortSignal
  method?: 'GET' | 'POST' | 'DELETE'
  body?: unknown
  language?: Language
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

function requestOf({ signal, method = 'GET', body, language }: Asking): RequestInit {
  return {
    method,
    credentials: 'same-origin',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(language ? { 'accept-language': language } : {}),
    },
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
}

async function problemOf(answer: Response): Promise<ApiProblem> {
  const body = (await answer.json().catch(() => ({}))) as { type?: string; title?: string; detail?: string }
  return new ApiProblem(body.type ?? 'internal', answer.status, body.detail ?? body.title ?? '')
}
