import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Slice } from '../platform/http/slice.ts'
import { problem } from '../platform/problem.ts'

/**
 * Slices of the need map: open to everybody where KOMSU_PUBLIC_MAP says so, otherwise to officers only, and then kept
 * out of shared caches.
 */
export function mapDoor(slices: readonly Slice[]): Slice {
  return async (app, deps) => {
    await app.register(async child => {
      if (!deps.config.publicMap) {
        child.addHook('onRequest', async request => {
          if (!request.officer) throw problem('not-signed-in')
        })
        child.addHook('onSend', async (_request, reply) => {
          const caching = reply.getHeader('cache-control')
          if (typeof caching === 'string') reply.header('cache-control', caching.replace(/\bpublic\b/, 'private'))
        })
      }
      for (const slice of slices) await slice(child.withTypeProvider<ZodTypeProvider>(), deps)
    })
  }
}
