import { spawn } from 'node:child_process'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BenchClient, freshId } from './client.ts'
import { residentMb } from './exports.ts'
import type { BenchServer } from './server.ts'

const MAIN = new URL('../../packages/server/src/main.ts', import.meta.url).pathname
const SAMPLE_MS = 50
const LOOK_MS = 100

type Made = { readonly id: string; readonly state: string }

/** The whole organisation as an archive, made by the server, and taken in by another installation. */
export async function benchArchive(client: BenchClient, server: BenchServer): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-archive-'))
  try {
    const made = await measured(server.pid, () => make(client))
    const file = join(folder, 'organisation.zip')
    await fetchInto(file, client, server)
    const { size } = await stat(file)
    const dataDir = join(folder, 'other')
    await command(dataDir, ['migrate'])
    const taken = await command(dataDir, ['organisation', 'import', file])
    const row = (name: string, { seconds, before, peak }: Measured) =>
      `| ${[name, seconds.toFixed(1), (size / 1e6).toFixed(1), before.toFixed(0), peak.toFixed(0)].join(' | ')} |`
    return `| what | seconds | MB | process before, MB resident | at most |\n|---|---|---|---|---|\n${row('export, by the server', made)}\n${row('import, by the command, search included', taken)}`
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Measured = { readonly seconds: number; readonly before: number; readonly peak: number }

async function measured(pid: number, work: () => Promise<void>): Promise<Measured> {
  const before = residentMb(pid)
  let peak = before
  const sampling = setInterval(() => {
    peak = Math.max(peak, residentMb(pid))
  }, SAMPLE_MS)
  const start = performance.now()
  await work().finally(() => clearInterval(sampling))
  return { seconds: (performance.now() - start) / 1000, before, peak }
}

async function make(client: BenchClient): Promise<void> {
  await client.post('/organisation-exports', { id: freshId() })
  for (;;) {
    const [newest] = await list(client)
    if (newest?.state === 'ready') return
    if (newest?.state !== 'running') throw new Error('the organisation could not be exported')
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
  }
}

async function list(client: BenchClient): Promise<readonly Made[]> {
  const answer = await client.get('/organisation-exports')
  return (answer as { readonly exports: readonly Made[] }).exports // As the contract says.
}

async function fetchInto(file: string, client: BenchClient, server: BenchServer): Promise<void> {
  const [newest] = await list(client)
  const path = `/api/v1/o/${client.organisationId}/organisation-exports/${newest?.id}/content`
  const response = await fetch(server.url + path, { headers: { cookie: client.cookie } })
  if (!response.ok || !response.body) throw new Error(`archive: ${await response.text()}`)
  await writeFile(file, response.body)
}

/** Runs a command on an installation of its own. */
async function command(dataDir: string, args: readonly string[]): Promise<Measured> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  return await measured(child.pid ?? 0, async () => {
    const code = await new Promise((resolve) => child.once('exit', resolve))
    if (code !== 0) throw new Error(`millrace ${args.join(' ')} ended with ${String(code)}`)
  })
}
