import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../../main.ts', import.meta.url))

type Env = Readonly<Record<string, string>>

/** How a process ended, and all that it said. */
export type Ended = { readonly code: number | null; readonly output: string; readonly complaint: string }

/** A process of `millrace` that goes on. */
export type Started = {
  readonly child: ChildProcess
  /** What it said so far. */
  readonly texts: { output: string; complaint: string }
  readonly ended: Promise<Ended>
}

/** Starts `millrace` as people do, in a folder that is gone at the end. */
export class MillraceProcesses {
  readonly folder: string
  private readonly running: ChildProcess[] = []

  private constructor(folder: string) {
    this.folder = folder
  }

  static async open(): Promise<MillraceProcesses> {
    const folder = await mkdtemp(join(tmpdir(), 'millrace-processes-'))
    // The database of a root runs as another user, who must be able to pass.
    await chmod(folder, 0o755)
    return new MillraceProcesses(folder)
  }

  start(args: readonly string[], env: Env): Started {
    const child = spawn(process.execPath, [MAIN, ...args], {
      env: {
        PATH: '/usr/bin:/bin',
        SEED: 'empty',
        PORT: '0',
        METRICS_PORT: '0',
        DATA_DIR: join(this.folder, 'data'),
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'),
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.running.push(child)
    const texts = { output: '', complaint: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      texts.output += chunk.toString()
    })
    child.stderr.on('data', (chunk: Buffer) => {
      texts.complaint += chunk.toString()
    })
    const ended = new Promise<Ended>((resolve) => {
      child.once('close', (code) => resolve({ code, ...texts }))
    })
    return { child, texts, ended }
  }

  /** Runs a command to its end. */
  async run(args: readonly string[], env: Env): Promise<Ended> {
    return await this.start(args, env).ended
  }

  /** Starts a server and waits until it answers. */
  async serve(env: Env): Promise<Started & { readonly address: string }> {
    const server = this.start(['serve', '--plain'], env)
    const isOver = server.ended.then(() => true)
    while (!server.texts.output.includes('Millrace is at')) {
      if (await Promise.race([isOver, sleep(20, false)]))
        throw new Error(server.texts.complaint || 'it ended at once')
    }
    const address = /Millrace is at (\S+),/.exec(server.texts.output)?.[1] ?? ''
    return { ...server, address }
  }

  async close(): Promise<void> {
    for (const child of this.running) child.kill('SIGKILL')
    await rm(this.folder, { recursive: true, force: true })
  }
}
