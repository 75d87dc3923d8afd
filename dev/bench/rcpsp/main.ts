import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import {
  buildLevelNetwork,
  checkLevelled,
  type LevelPlan,
  type LevelProject,
  levelNetwork,
} from '@millrace/core/schedule'
import { type BestKnown, readBestKnown } from './best-known.ts'
import { readSm } from './read-sm.ts'

const USAGE = `Usage: npm run bench:rcpsp -- DIR [--schedules N] [--seed S] [--every K] [--best FILE] [--csv FILE] [--quiet]
Levels every single-mode project of PSPLIB (.sm) in DIR and prints makespan, schedules, CPU and the verdict of the checker.
  --best FILE  best-known makespans; without it best-known.csv beside DIR or in it is read, when it is there
  --every K    only every K-th project
  --csv FILE   also writes the rows to a file`

/** What became of one project. */
type Row = {
  readonly name: string
  readonly criticalPath: number
  readonly bound: number
  readonly makespan: number
  readonly schedules: number
  readonly cpuMs: number
  readonly isFeasible: boolean
  readonly bestKnown: number | null
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    schedules: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    best: { type: 'string' },
    csv: { type: 'string' },
    quiet: { type: 'boolean', default: false },
  },
})

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

function solve(file: string, bestKnown: BestKnown): Row {
  const project = readSm(readFileSync(file, 'utf8'))
  const before = process.cpuUsage()
  const built = buildLevelNetwork(project)
  if (!built.ok) throw new Error(`${file} cannot be levelled: ${JSON.stringify(built.fault)}`)
  const plan = levelNetwork(built.network, { seed: Number(values.seed), schedules: Number(values.schedules) })
  const { user, system } = process.cpuUsage(before)
  return {
    name: basename(file),
    criticalPath: built.network.bounds.criticalPath,
    bound: plan.bound,
    makespan: plan.makespan,
    schedules: plan.schedules,
    cpuMs: (user + system) / 1000,
    isFeasible: isFeasible(project, plan),
    bestKnown: bestKnown.get(basename(file)) ?? null,
  }
}

function isFeasible(project: LevelProject, { starts, makespan }: LevelPlan): boolean {
  const finish = Math.max(...starts.map((start, index) => start + (project.activities[index]?.duration ?? 0)))
  return checkLevelled(project, starts).length === 0 && finish === makespan
}

function percentOver(rows: readonly Row[], base: (row: Row) => number): string {
  const sum = rows.reduce((total, row) => total + (row.makespan - base(row)) / base(row), 0)
  return ((100 * sum) / rows.length).toFixed(3)
}

function summary(rows: readonly Row[]): readonly string[] {
  const known = rows.filter((row) => row.bestKnown !== null)
  const bestOf = (row: Row) => row.bestKnown ?? row.makespan
  const cpu = rows.reduce((sum, row) => sum + row.cpuMs, 0)
  const used = rows.reduce((sum, row) => sum + row.schedules, 0)
  return [
    `projects                          ${rows.length}`,
    `over critical-path bound          ${percentOver(rows, (row) => row.criticalPath)} %`,
    `over our own lower bound          ${percentOver(rows, (row) => row.bound)} %`,
    `proven optimal                    ${rows.filter((row) => row.makespan === row.bound).length}`,
    ...(known.length > 0
      ? [
          `over best known                   ${percentOver(known, bestOf)} % (of ${known.length})`,
          `as good as best known             ${known.filter((row) => row.makespan <= bestOf(row)).length}`,
        ]
      : []),
    `feasible by the checker           ${rows.filter((row) => row.isFeasible).length} of ${rows.length}`,
    `CPU ms each, mean                 ${(cpu / rows.length).toFixed(2)}`,
    `schedules each, mean              ${Math.round(used / rows.length)} (${Math.round((1000 * used) / cpu)} per CPU second)`,
  ]
}

const COLUMNS = [
  'project',
  'critical_path',
  'bound',
  'makespan',
  'best_known',
  'schedules',
  'cpu_ms',
  'checker',
] as const

function cells(row: Row): readonly string[] {
  return [
    row.name,
    String(row.criticalPath),
    String(row.bound),
    String(row.makespan),
    String(row.bestKnown ?? ''),
    String(row.schedules),
    row.cpuMs.toFixed(1),
    row.isFeasible ? 'feasible' : 'BROKEN',
  ]
}

function bestKnownFor(dir: string): BestKnown {
  const places = values.best
    ? [values.best]
    : [join(dirname(dir), 'best-known.csv'), join(dir, 'best-known.csv')]
  const file = places.find((place) => existsSync(place))
  if (values.best && !file) throw new Error(`There is no file ${values.best}.`)
  return file ? readBestKnown(readFileSync(file, 'utf8')) : new Map()
}

function bench(dir: string): void {
  const bestKnown = bestKnownFor(dir)
  const files = readdirSync(dir)
    .filter((name) => name.endsWith('.sm'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .filter((_name, index) => index % Number(values.every) === 0)
  if (files.length === 0) throw new Error(`There are no .sm files in ${dir}.`)
  if (!values.quiet) say(COLUMNS.join('\t'))
  const rows = files.map((name) => {
    const row = solve(join(dir, name), bestKnown)
    if (!values.quiet) say(cells(row).join('\t'))
    return row
  })
  for (const line of summary(rows)) say(line)
  if (values.csv)
    writeFileSync(values.csv, `${[COLUMNS, ...rows.map(cells)].map((row) => row.join(',')).join('\n')}\n`)
  if (rows.some((row) => !row.isFeasible)) process.exitCode = 1
}

const dir = positionals[0]
const isNumeric = [values.schedules, values.seed, values.every].every((value) => /^\d+$/.test(value))
if (dir === undefined || !isNumeric || Number(values.schedules) < 1 || Number(values.every) < 1) {
  process.stderr.write(`${USAGE}\n`)
  process.exitCode = 2
} else {
  bench(resolve(dir))
}
