import { type ChildProcess, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { joinEmbedded } from '../../packages/server/src/platform/postgres/embedded.ts'
import { readRecord } from '../../packages/server/src/platform/postgres/home.ts'

/** A whole Millrace on a data directory, with everything needed to end it badly. */
export type MortalServer = {
  readonly url: string
  /** For looking into its database past the application. */
  readonly databaseUrl: string
  /** What it told a person while it started. */
  readonly told: readonly string[]
  /** What it complained about while it started. */
  readonly complaints: readonly string[]
  /** The server and its database end at once, without a last word. */
  readonly kill: () => Promise<void>
  /** Stops it as an administrator would. @returns its exit code */
  readonly stop: () => Promise<number | null>
}

const MAIN = new URL('../../packages/server/src/main.ts', import.meta.url).pathname
const READY = /^Millrace is at (\S+), with/
const POLL_MS = 10

/**
 * Starts Millrace as people start it, on any free port, and waits until it says where it is.
 *
 * @param settings what an administrator sets besides
 */
export async function startMortal(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<MortalServer> {
  const child = spawn(process.execPath, [MAIN, 'serve', '--plain'], {
    env: {
      PATH: process.env['PATH'],
      // Most of a start is reading the program; from the second start on it is kept beside the data.
      NODE_COMPILE_CACHE: join(dataDir, 'compiled'),
      ...{ DATA_DIR: dataDir, SEED: 'empty', PORT: '0', METRICS_PORT: '0', ...settings },
    },
    // The channel ends the server when the test run itself is killed.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const complaints = linesOf(child, 'stderr')
  const told = linesOf(child, 'stdout')
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })
  const url = await Promise.race([
    told.first(READY),
    exited.then((code) => {
      throw new Error(`the server ended with ${code} while it started: ${complaints.lines.join('\n')}`)
    }),
  ])
  const { url: databaseUrl } = await joinEmbedded({ dataDir, searchPath: '', onNotice: () => {} })
  const postmaster = await postmasterOf(dataDir)
  return {
    url,
    databaseUrl,
    told: [...told.lines],
    complaints: [...complaints.lines],
    kill: async () => {
      await killAll([child.pid ?? 0, postmaster])
      await exited
    },
    stop: async () => {
      child.kill('SIGTERM')
      return await exited
    },
  }
}

/** The lines of an output so far, and a promise of the first that matches. */
function linesOf(child: ChildProcess, name: 'stdout' | 'stderr') {
  const lines: string[] = []
  const output = child[name]
  if (!output) throw new Error(`the server has no ${name}`)
  const reader = createInterface({ input: output })
  reader.on('line', (line) => lines.push(line))
  return {
    lines,
    first: (pattern: RegExp) =>
      new Promise<string>((resolve) => {
        reader.on('line', (line) => {
          const found = pattern.exec(line)?.[1]
          if (found !== undefined) resolve(found)
        })
      }),
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  const record = await readRecord(dataDir)
  if (!record) throw new Error(`${dataDir} has no database`)
  return Number(readFileSync(join(record.home, 'pg', 'postmaster.pid'), 'utf8').split('\n')[0])
}

/** Kills processes with everything below them, again and again until none is left. */
async function killAll(roots: readonly number[]): Promise<void> {
  const seen = new Set(roots)
  for (;;) {
    const processes = listProcesses()
    for (const { pid, parent } of processes) if (seen.has(parent)) seen.add(pid)
    const living = processes.filter(({ pid, isGone }) => seen.has(pid) && !isGone)
    if (living.length === 0) return
    for (const { pid } of living) killOne(pid)
    await sleep(POLL_MS)
  }
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended meanwhile.
  }
}

type Process = { readonly pid: number; readonly parent: number; readonly isGone: boolean }

/** In the order of their numbers, so that most parents come before their children. */
function listProcesses(): readonly Process[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .toSorted((a, b) => a - b)
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // The name in brackets may hold blanks; state and parent come after it. See proc(5).
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [{ pid, parent: Number(parent), isGone: state === 'Z' }]
      } catch {
        return [] // It has ended meanwhile.
      }
    })
}
