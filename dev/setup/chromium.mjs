import { spawn } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { withProgress } from './progress.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const PACKAGES = ['chromium', 'fonts-dejavu-core']
const INSTALL = `apt-get update && apt-get install --yes --no-install-recommends ${PACKAGES.join(' ')}`

/**
 * The browser for the tests: CHROMIUM, or one on the path; as root on Debian it is installed.
 *
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium() {
  const given = process.env.CHROMIUM
  if (given) {
    if (isExecutable(given)) return given
    refuse(`CHROMIUM is "${given}", which is no program. Give the path of Chromium, or leave it out.`)
  }
  const found = find() ?? (canInstall() ? await install() : undefined)
  if (found) return found
  return refuse(
    `The browser tests need Chromium. Install it, on Debian as root with\n\n  ${INSTALL}\n\nor set CHROMIUM to its path.`,
  )
}

function find() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin']
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable)
}

function canInstall() {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
}

async function install() {
  const output = []
  await withProgress('Installing Chromium from Debian', async () => {
    const child = spawn('/bin/sh', ['-c', INSTALL], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    child.stdout.on('data', (chunk) => output.push(chunk))
    child.stderr.on('data', (chunk) => output.push(chunk))
    await new Promise((resolve) => child.once('close', resolve))
  })
  const found = find()
  if (!found) process.stderr.write(Buffer.concat(output).toString().split('\n').slice(-10).join('\n'))
  return found
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function refuse(sentence) {
  console.error(sentence)
  process.exit(1)
}
