import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { withProgress } from './progress.mjs'
import { root } from './root.mjs'
import { findRuntime } from './runtime.mjs'

const WEB = join(root, 'packages', 'web')
const STAMP = join(WEB, 'dist', '.sources')
/** What the pages are made of. */
const SOURCES = [
  'packages/web',
  'packages/core',
  'packages/contract',
  'packages/formats/src',
  'package-lock.json',
]
const SKIPPED = new Set(['dist', 'node_modules'])

/** Builds the web app when its sources changed since the last build. */
export async function ensureWebBuilt() {
  const hash = hashOf(SOURCES.flatMap((source) => [...filesUnder(join(root, source))]))
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === hash) return
  // Half a build is none: it must not pass for the one before.
  rmSync(STAMP, { force: true })
  await withProgress('Building the web app', build)
  writeFileSync(STAMP, hash)
}

function* filesUnder(path) {
  if (!existsSync(path)) return
  const entries = path.endsWith('.json') ? undefined : readdirSync(path, { withFileTypes: true })
  if (!entries) return yield path
  for (const entry of entries) {
    if (entry.isDirectory() && !SKIPPED.has(entry.name)) yield* filesUnder(join(path, entry.name))
    if (entry.isFile() && !/\.test\.tsx?$/.test(entry.name)) yield join(path, entry.name)
  }
}

function hashOf(files) {
  const hash = createHash('sha256')
  for (const file of files.toSorted((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${relative(root, file)}\0`)
    hash.update(readFileSync(file))
  }
  return hash.digest('hex')
}

async function build() {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const child = spawn(findRuntime() ?? process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: WEB,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  console.error('The web app could not be built; the reason is above.')
  process.exit(1)
}
