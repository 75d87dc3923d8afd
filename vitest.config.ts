import { defineConfig } from 'vitest/config'

const isLong = process.env['TEST_LONG'] === 'yes'

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.{ts,tsx}', 'dev/**/*.test.ts'],
    exclude: ['**/node_modules/**', ...(isLong ? [] : ['**/*.long.test.ts'])],
    globalSetup: ['packages/server/src/platform/testing/global-setup.ts'],
    pool: 'threads',
    isolate: false,
    testTimeout: isLong ? 600_000 : 30_000,
    hookTimeout: 60_000,
  },
})
