import { defineConfig } from '@playwright/test'
import { url } from './support/address.ts'

const MINUTE = 60_000
/** While journeys are written: start e2e/support/serve.ts once, and run them with E2E_REUSE=yes. */
const isWriting = process.env['E2E_REUSE'] === 'yes'
/** Journeys tagged `@long` come with `npm run test:long`: what they show is proved at the server already. */
const isLong = process.env['TEST_LONG'] === 'yes'
/** Nothing here measures time: these only end what hangs. */
const patience = isWriting ? MINUTE / 4 : MINUTE

/** Whole journeys through browser and server; `npm test` brings Chromium and the built web app. */
export default defineConfig({
  testDir: 'journeys',
  ...(isLong ? { grep: /@long/ } : { grepInvert: /@long/ }),
  outputDir: '../test-results',
  reporter: process.env['CI'] ? 'dot' : 'list',
  // The server, its database and two browsers share a machine of two cores.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  retries: process.env['CI'] ? 1 : 0,
  timeout: 3 * patience,
  expect: { timeout: patience },
  use: {
    baseURL: url,
    actionTimeout: patience,
    navigationTimeout: patience,
    viewport: { width: 1440, height: 900 },
    // Recording takes a fifth of the time: only what failed is run again with it.
    trace: 'on-first-retry',
    // The program is kept for later, which costs every fresh browser a copy of it: journeys that show it allow it.
    serviceWorkers: 'block',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        ...['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
        '--font-render-hinting=none',
      ],
    },
  },
  webServer: {
    command: `"${process.execPath}" e2e/support/serve.ts`,
    cwd: new URL('..', import.meta.url).pathname,
    url: `${url}/readyz`,
    timeout: 3 * MINUTE,
    reuseExistingServer: isWriting,
    // The database is stopped and its folder removed.
    gracefulShutdown: { signal: 'SIGTERM', timeout: MINUTE },
  },
})
