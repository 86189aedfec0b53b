import type { FastifyRequest } from 'fastify'

/** Language of the answer: English when Accept-Language prefers it to Turkish, otherwise Turkish. */
export function languageOf(request: FastifyRequest): 'tr' | 'en' {
  const header = request.headers['accept-language'] ?? ''
  return weight(header, 'en') > weight(header, 'tr') ? 'en' : 'tr'
}

function weight(header: string, language: string): number {
  for (const part of header.toLowerCase().split(',')) {
    const [tag = '', ...parameters] = part.trim().split(';')
    if (tag !== language && !tag.startsWith(`${language}-`)) continue
    const q = parameters.map(one => /^\s*q=([\d.]+)$/.exec(one)?.[1]).find(one => one !== undefined)
    return q === undefined ? 1 : Number(q)
  }
  return 0
}
