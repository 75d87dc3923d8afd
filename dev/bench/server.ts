import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { joinEmbedded } from '../../packages/server/src/platform/postgres/embedded.ts'

/** A server of its own, with the embedded database as it comes: durable. */
export type BenchServer = {
  readonly url: string
  /** For bare SQL on the same database, past the application. */
  readonly databaseUrl: string
  readonly pid: number
  readonly close: () => Promise<void>
}

const MAIN = new URL('../../packages/server/src/main.ts', import.meta.url).pathname
const START_MS = 60_000

/** Starts a server on an empty data directory, which goes when the server is closed. */
export async function startBenchServer(port: number): Promise<BenchServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'millrace-bench-'))
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      SEED: 'empty',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(port + 1),
      LOG_LEVEL: 'warn',
      SIGN_UP: 'open',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  await untilReady(child, `${url}/readyz`)
  const embedded = await joinEmbedded({ dataDir, searchPath: process.env['PATH'] ?? '', onNotice: () => {} })
  return {
    url,
    databaseUrl: embedded.url,
    pid: child.pid ?? 0,
    close: async () => {
      await new Promise((resolve) => {
        child.once('exit', resolve)
        child.kill('SIGTERM')
      })
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function untilReady(child: ChildProcess, address: string): Promise<void> {
  const until = Date.now() + START_MS
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error('the server ended while it started')
    const isReady = await fetch(address).then(
      (response) => response.ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the server was not ready in time')
}
