import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { port } from './address.ts'

// Runs Millrace on a data directory of its own, which goes when it is stopped.
const dataDir = await mkdtemp(join(tmpdir(), 'millrace-e2e-'))
const main = new URL('../../packages/server/src/main.ts', import.meta.url).pathname
const child = spawn(process.execPath, [main, 'serve'], {
  env: {
    ...process.env,
    DATA_DIR: dataDir,
    SEED: 'empty',
    HOST: '127.0.0.1',
    PORT: String(port),
    METRICS_PORT: String(port + 1),
    LOG_LEVEL: 'warn',
    // So that a file that is too large need not be large.
    FILES_MAX_MB: '1',
    // Processes may call this server itself, and nobody else.
    OUTGOING_HOSTS: `http://127.0.0.1:${port}`,
    OUTGOING_PRIVATE: '127.0.0.1',
  },
  // The channel ends the server when this process is killed.
  stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill('SIGTERM'))
const code = await new Promise<number | null>((resolve) => {
  child.once('exit', resolve)
})
await rm(dataDir, { recursive: true, force: true })
process.exitCode = code ?? 1
