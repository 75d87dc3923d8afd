import { readdirSync, readFileSync } from 'node:fs'

const TICKS_PER_SECOND = 100

/** CPU time used so far, user and system, in milliseconds: by a process alone, and with everything below it. */
export type CpuTime = { readonly own: number; readonly tree: number }

/** Where only the clock is read. */
export const NO_CPU = (): CpuTime => ({ own: 0, tree: 0 })

/** CPU time of a process. Linux only. Children that have ended are counted by the parent that waited for them. */
export function cpuOf(pid: number): CpuTime {
  const children = new Map<number, number[]>()
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? readStat(Number(entry)) : null
    if (stat) children.set(stat.parent, [...(children.get(stat.parent) ?? []), Number(entry)])
  }
  const sum = (id: number): number =>
    (readStat(id)?.cpuMs ?? 0) + (children.get(id) ?? []).reduce((total, child) => total + sum(child), 0)
  return { own: readStat(pid)?.cpuMs ?? 0, tree: sum(pid) }
}

function readStat(pid: number): { readonly parent: number; readonly cpuMs: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name in brackets may hold blanks; fields are counted after it. See proc(5).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    const ticks = [11, 12, 13, 14].reduce((total, index) => total + Number(fields[index]), 0)
    return { parent: Number(fields[1]), cpuMs: (ticks / TICKS_PER_SECOND) * 1000 }
  } catch {
    return null // It has ended meanwhile.
  }
}
