import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withProgress } from './progress.mjs'
import { root } from './root.mjs'

const LOCK = join(root, 'package-lock.json')
const STAMP = join(root, 'node_modules', '.millrace-installed')
/** npm writes here what it has installed. */
const INSTALLED = join(root, 'node_modules', '.package-lock.json')

/** Installs the packages that package-lock.json names, when it changed since the last time. */
export async function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(LOCK)).digest('hex')
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted) return
  if (!isInstalled()) await withProgress('Installing packages', runNpmCi)
  writeFileSync(STAMP, wanted)
}

/** Whether somebody ran npm already and every package has the version of the lock file. */
function isInstalled() {
  if (!existsSync(INSTALLED)) return false
  const wanted = JSON.parse(readFileSync(LOCK, 'utf8')).packages
  const present = JSON.parse(readFileSync(INSTALLED, 'utf8')).packages
  return Object.entries(wanted).every(
    ([place, { version, link, optional }]) =>
      !place.startsWith('node_modules/') || link || optional || present[place]?.version === version,
  )
}

async function runNpmCi() {
  // Under `npm start` this is npm itself; elsewhere it is looked up on the path.
  const own = process.env.npm_execpath
  const [command, ...start] = own?.endsWith('.js') ? [process.execPath, own] : ['npm']
  const child = spawn(command, [...start, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // A production setting inherited from outside would leave the tools out.
    env: { ...process.env, NODE_ENV: 'development' },
  })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  }).catch((error) => `${error.message}`)
  if (code === 0) return
  process.stderr.write(Buffer.concat(output))
  console.error(
    "The packages could not be installed. Read npm's reason above, and run  npm ci  to try again.",
  )
  process.exit(1)
}
