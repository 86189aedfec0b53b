import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

/** `npm run build` makes web/dist; `npx vite web` serves the screens beside a server on KOMSU_API while working on them. */
const server = process.env.KOMSU_API ?? 'http://127.0.0.1:8080'

/** The page's own host is kept: the server writes it into the addresses of tiles and compares it with who sends a form. */
const behind = { target: server, changeOrigin: false }

export default defineConfig(({ command }) => {
  // A build is for production whoever asks for it: React for development is 50 KB larger and slower.
  if (command === 'build') process.env.NODE_ENV = 'production'
  return {
    root: import.meta.dirname,
    plugins: [react(), precompress()],
    build: {
      outDir: resolve(import.meta.dirname, 'dist'),
      emptyOutDir: true,
      target: 'es2023',
      assetsInlineLimit: 0, // data: URLs are not in the Content-Security-Policy of fonts and workers
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        // The office and the map; the public form (/basvuru), which shares nothing with them and fits a bad phone.
        input: [resolve(import.meta.dirname, 'index.html'), resolve(import.meta.dirname, 'apply/index.html')],
      },
    },
    server: { proxy: { '/api': behind, '/tiles': behind, '/health': behind } },
  }
})
