import { resolve } from 'node:path'
import { createServer } from 'vite'

/** The gallery of parts, served by Vite beside a running house (its tiles and its session). */
export async function openGallery(houseAddress: string) {
  const behind = { target: houseAddress, changeOrigin: false }
  const server = await createServer({
    configFile: resolve(import.meta.dirname, '../../vite.config.ts'),
    logLevel: 'error',
    cacheDir: resolve(import.meta.dirname, '../../../node_modules/.vite-gallery'),
    server: { port: 0, host: '127.0.0.1', hmr: false, proxy: { '/api': behind, '/tiles': behind } },
  })
  await server.listen()
  const address = server.httpServer?.address()
  if (!address || typeof address === 'string') throw new Error('The gallery has no port')
  return {
    address: `http://127.0.0.1:${address.port}/office/testing/gallery.html`,
    close: () => server.close(),
  }
}
