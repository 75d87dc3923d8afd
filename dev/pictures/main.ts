// npm run pictures [-- NAME …]: takes the pictures of the guide from a fresh demo, and writes them to docs/pictures.
import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { PICTURES, type Picture } from './pages.ts'

const PORT = Number(process.env['PORT'] ?? '4780')
const URL_OF_DEMO = `http://127.0.0.1:${PORT}`
const MAIN = new URL('../../packages/server/src/main.ts', import.meta.url).pathname
const FOLDER = new URL('../../docs/pictures/', import.meta.url).pathname
const SIGN_IN = 'demo-sign-in.txt'
const SLUG = 'harbour-tower'
const PATIENCE_MS = 300_000
const STEP_MS = 500
/** Letters are drawn and what is fetched late has come. */
const REST_MS = 1_500

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

async function takeAll(dataDir: string): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  })
  const state = await signIn(browser, await readFile(join(dataDir, SIGN_IN), 'utf8'))
  const isWanted = ({ name }: Picture) => process.argv.length < 3 || process.argv.includes(name)
  for (const picture of PICTURES.filter(isWanted)) {
    const context = await browser.newContext({
      storageState: state,
      viewport: picture.isNarrow ? NARROW : WIDE,
      colorScheme: picture.scheme ?? 'light',
      reducedMotion: 'reduce',
      serviceWorkers: 'block',
    })
    await take(await context.newPage(), picture)
    await context.close()
    process.stdout.write(`${picture.name}\n`)
  }
  await browser.close()
}

async function take(page: Page, { name, path, keys = [] }: Picture): Promise<void> {
  await page.goto(`${URL_OF_DEMO}/o/${SLUG}/${path}`)
  // The title of an item can be written in.
  const title = page.getByRole('heading', { level: 1 }).or(page.getByRole('textbox', { name: 'Title' }))
  await title.first().waitFor()
  await page.waitForTimeout(REST_MS)
  for (const key of keys) {
    if (key.startsWith('"')) await page.keyboard.type(key.slice(1))
    else await page.keyboard.press(key)
    await page.waitForTimeout(REST_MS)
  }
  await page.screenshot({ path: join(FOLDER, `${name}.png`) })
}

async function signIn(browser: Browser, text: string) {
  const email = /^E-mail: (\S+)/m.exec(text)?.[1]
  const password = /^Password: (\S+)/m.exec(text)?.[1]
  const context = await browser.newContext({ baseURL: URL_OF_DEMO })
  const answer = await context.request.post('/api/auth/sign-in/email', {
    data: { email, password },
    headers: { origin: URL_OF_DEMO },
  })
  if (!answer.ok()) throw new Error(`signing in to the demo was refused: ${await answer.text()}`)
  const state = await context.storageState()
  await context.close()
  return state
}

async function untilReady(dataDir: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const isReady = await fetch(`${URL_OF_DEMO}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    const hasDemo = await readFile(join(dataDir, SIGN_IN)).then(
      () => true,
      () => false,
    )
    if (isReady && hasDemo) return
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
  throw new Error('the demo was not ready in time')
}

await mkdir(FOLDER, { recursive: true })
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-pictures-'))
const server = spawn(process.execPath, [MAIN, 'serve'], {
  env: {
    ...process.env,
    DATA_DIR: dataDir,
    SEED: 'demo',
    HOST: '127.0.0.1',
    PORT: String(PORT),
    METRICS_PORT: String(PORT + 1),
    LOG_LEVEL: 'warn',
  },
  stdio: ['ignore', 'ignore', 'inherit'],
})
try {
  await untilReady(dataDir)
  await takeAll(dataDir)
} finally {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  server.kill('SIGTERM')
  await ended
  await rm(dataDir, { recursive: true, force: true })
}
