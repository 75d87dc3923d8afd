// npm test: installs what is missing, then runs all tests: first those beside the code, then whole
// journeys in a browser. Arguments go to Vitest and leave the browser out:  npm test -- packages/core
// With --long it adds the tests beside the code that take minutes, and goes the journeys kept for that.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureChromium } from './setup/chromium.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { root } from './setup/root.mjs'
import { runScript } from './setup/runtime.mjs'
import { ensureWebBuilt } from './setup/web.mjs'

const args = process.argv.slice(2)
const isLong = args.includes('--long')
const filters = args.filter((arg) => arg !== '--long')
const journeys = join(root, 'e2e', 'playwright.config.ts')

process.chdir(root)
await ensureInstalled()
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
process.exitCode = await runScript([vitest, 'run', ...filters], { env: { TEST_LONG: isLong ? 'yes' : '' } })

if (process.exitCode === 0 && filters.length === 0 && existsSync(journeys)) {
  const chromium = await ensureChromium()
  await ensureWebBuilt()
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  process.exitCode = await runScript([playwright, 'test', '--config', journeys], {
    env: { CHROMIUM: chromium, TEST_LONG: isLong ? 'yes' : '' },
  })
}
