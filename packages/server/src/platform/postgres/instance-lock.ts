import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf } from '../fault.ts'

/** Who holds a data directory. `startedAt` tells a process from a later one with the same number. */
type Holder = { readonly pid: number; readonly startedAt: string }

/** A data directory taken by this process, until `release`. */
export type InstanceLock = { readonly release: () => Promise<void> }

const FILE = 'millrace.lock'
const ATTEMPTS = 5

/**
 * Takes a data directory for this process alone.
 *
 * @returns the lock, or the number of the living process that holds it
 */
export async function takeInstanceLock(dataDir: string): Promise<InstanceLock | { readonly heldBy: number }> {
  const file = join(dataDir, FILE)
  const own = `${file}.${process.pid}`
  const self: Holder = { pid: process.pid, startedAt: startOf(process.pid) }
  await writeFile(own, JSON.stringify(self), { mode: 0o600 })
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (await linkIfFree(own, file)) return { release: () => rm(file, { force: true }) }
      const holder = await readHolder(file)
      if (holder && isAlive(holder)) return { heldBy: holder.pid }
      await removeStale(file, holder)
    }
    throw new Error(`the lock ${file} keeps changing hands`)
  } finally {
    await rm(own, { force: true })
  }
}

/** The living process that holds the data directory, if there is one. */
export async function findInstance(dataDir: string): Promise<number | undefined> {
  const holder = await readHolder(join(dataDir, FILE))
  return holder && isAlive(holder) ? holder.pid : undefined
}

/** A link is made whole or not at all, and only where nothing is: the file system decides who was first. */
async function linkIfFree(own: string, file: string): Promise<boolean> {
  try {
    await link(own, file)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    // Written by ourselves above; anything else counts as no holder.
    const holder = JSON.parse(await readFile(file, 'utf8')) as Partial<Holder>
    if (typeof holder.pid !== 'number' || typeof holder.startedAt !== 'string') return undefined
    return { pid: holder.pid, startedAt: holder.startedAt }
  } catch {
    return undefined
  }
}

/** Moves a dead holder's lock aside; if somebody else was faster and it is theirs, gives it back. */
async function removeStale(file: string, dead: Holder | undefined): Promise<void> {
  const aside = `${file}.stale.${process.pid}`
  await rename(file, aside).catch(() => {})
  const moved = await readHolder(aside)
  if (moved && (moved.pid !== dead?.pid || moved.startedAt !== dead.startedAt)) {
    await link(aside, file).catch(() => {})
  }
  await rm(aside, { force: true })
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  // In a container the number of a killed process comes back at every start.
  return startOf(holder.pid) === holder.startedAt
}

/** The start of a process in clock ticks since this boot; empty where the system does not tell. */
function startOf(pid: number): string {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
    // The second field is the program's name in parentheses and may hold anything; the start is field 22.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    return `${boot} ${fields[19] ?? ''}`
  } catch {
    return ''
  }
}
