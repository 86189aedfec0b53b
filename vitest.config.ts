import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{api,web,etl,sql,tiles}/**/*.test.ts', '{api,web,etl,sql,tiles}/**/*.test.tsx'],
    globalSetup: ['./api/platform/testing/prepare-databases.ts', './web/testing/prepare-screens.ts'],
    testTimeout: 60_000,
    hookTimeout: 180_000,
    maxWorkers: 2,
  },
})
