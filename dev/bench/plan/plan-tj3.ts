import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LevelInput, startLevelling } from '@millrace/core/schedule'
import { type SeededTask, seededTasks, toLevelInput, toTaskJuggler, workingDays } from './tj3-plan.ts'

/** Tasks, and as many seeds as there is patience for. */
const SIZES = [
  { tasks: 100, seeds: [1, 2, 3] },
  { tasks: 1000, seeds: [1, 2, 3] },
  { tasks: 5000, seeds: [1] },
] as const
const SHARINGS = ['drawn', 'in turn'] as const
/** CPU of ours in seconds where there is nobody to compare with. */
const ALONE = { 100: 0.14, 1000: 0.6, 5000: 7.5 } as const
/** Ours stops at this part of the other's CPU. */
const SHARE = 1 / 5

type Ours = { readonly days: number; readonly cpu: number; readonly schedules: number }
type Theirs = { readonly days: number; readonly cpu: number }

/** Levelling against TaskJuggler, where it is installed: working days of the whole plan, and CPU. */
export function run(): void {
  const version = spawnSync('tj3', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0]
  console.log(version ? `Against ${version}` : 'TaskJuggler (tj3) is not installed: ours alone.')
  console.log(
    '\n| tasks, sharing, seed | bound | TaskJuggler | its CPU s | ours, first | CPU s | ours | CPU s | schedules | ours / its days | ours / its CPU |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|---|')
  const ratios: number[] = []
  for (const { tasks, seeds } of SIZES) {
    for (const [sharing, seed] of SHARINGS.flatMap((each) => seeds.map((seed) => [each, seed] as const))) {
      const seeded = seededTasks(tasks, seed, sharing)
      const theirs = version ? planTheirs(seeded) : null
      const budget = theirs ? theirs.cpu * SHARE : ALONE[tasks]
      const { first, last, bound } = planOurs(toLevelInput(seeded), budget)
      if (theirs) ratios.push(last.days / theirs.days)
      const days = theirs ? `${theirs.days} | ${theirs.cpu.toFixed(1)}` : '- | -'
      const ratio = theirs
        ? `${(last.days / theirs.days).toFixed(3)} | 1/${(theirs.cpu / last.cpu).toFixed(1)} (first 1/${(theirs.cpu / first.cpu).toFixed(0)})`
        : '- | -'
      console.log(
        `| ${tasks}, ${sharing}, ${seed} | ${bound} | ${days} | ${first.days} | ${first.cpu.toFixed(3)} | ${last.days} | ${last.cpu.toFixed(2)} | ${last.schedules} | ${ratio} |`,
      )
    }
  }
  const middle = ratios.toSorted((a, b) => a - b)[ratios.length >> 1]
  if (middle !== undefined) console.log(`\nMedian of ours / its days: ${middle.toFixed(3)}`)
}

function planOurs(input: LevelInput, budget: number) {
  const before = process.cpuUsage()
  const cpu = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1e6
  }
  const levelling = startLevelling(input, 1)
  if (!levelling.ok) throw new Error(levelling.refusal.code)
  let progress = levelling.value.step(0)
  const now = (): Ours => ({
    days: workingDays(progress.finishAt),
    cpu: cpu(),
    schedules: progress.schedules,
  })
  const first = now()
  let last = first
  while (cpu() < budget && !progress.isOptimal) {
    progress = levelling.value.step(1)
    last = now()
  }
  return { first, last, bound: workingDays(progress.bestPossibleAt) }
}

function planTheirs(seeded: readonly SeededTask[]): Theirs {
  const directory = mkdtempSync(join(tmpdir(), 'tj3-'))
  try {
    writeFileSync(join(directory, 'plan.tjp'), toTaskJuggler(seeded))
    const script = 'tj3 --silent --output-dir . plan.tjp >log 2>&1 || cat log >&2; times'
    const { stdout, stderr } = spawnSync('bash', ['-c', script], { cwd: directory, encoding: 'utf8' })
    if (stderr.includes('Error')) throw new Error(stderr.slice(0, 2000))
    const rows = readFileSync(join(directory, 'dates.csv'), 'utf8').trim().split('\n').slice(1)
    const ends = rows.map((row) => Date.parse(`${row.split(';')[1]?.replaceAll('"', '')}Z`) / 60_000)
    return { days: workingDays(Math.max(...ends)), cpu: childSeconds(stdout) }
  } finally {
    rmSync(directory, { recursive: true })
  }
}

/** User and system time of children: the second line that bash prints for `times`. */
function childSeconds(times: string): number {
  const parts = [...(times.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)]
  return parts.reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0)
}
