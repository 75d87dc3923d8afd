// npm run conformance:mspdi -- DIR: reads every Microsoft Project XML file of a folder; writes it, reads what
// was written, and says whether both are the same project; and schedules it to see whether its logic leads
// to the dates it states.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type MspdiProject, readMspdi, writeMspdi } from '@millrace/formats/mspdi'
import { firstDifference } from './first-difference.ts'
import { compareWithFile, type DateOutcome } from './mspdi-dates.ts'

/** Where a row stands in its file is no part of the project. */
const PLACES: ReadonlySet<string> = new Set(['line'])

type Outcome = {
  readonly tasks: number
  readonly links: number
  readonly verdict: string
  readonly dates: DateOutcome | null
}

function contentOf(project: MspdiProject) {
  const { properties, attributeDefinitions, calendars, tasks, resources, assignments, links } = project
  return { properties, attributeDefinitions, calendars, tasks, resources, assignments, links }
}

function examine(bytes: Uint8Array): Outcome {
  const read = readMspdi(bytes)
  if (!read.ok) return { tasks: 0, links: 0, verdict: `refused: ${read.refusal.code}`, dates: null }
  const { tasks, links } = read.value
  return {
    tasks: tasks.length,
    links: links.length,
    verdict: roundTrip(read.value),
    dates: compareWithFile(read.value),
  }
}

function roundTrip(project: MspdiProject): string {
  const again = readMspdi(new TextEncoder().encode(writeMspdi(project)))
  if (!again.ok) return `what was written is refused: ${again.refusal.code}`
  const difference = firstDifference(contentOf(project), contentOf(again.value), PLACES)
  return difference === undefined ? 'same' : `differs at ${difference}`
}

function main(folder: string): number {
  const names = readdirSync(folder)
    .filter((name) => name.toLowerCase().endsWith('.xml'))
    .toSorted()
  const outcomes = names.map((name) => ({ name, ...examine(readFileSync(join(folder, name))) }))
  for (const { name, tasks, links, verdict, dates } of outcomes) {
    console.log(`${name}: ${tasks} tasks, ${links} links, ${verdict}`)
    if (dates === null || dates.compared + dates.unexplained === 0) continue
    const kind = dates.hasLogic ? 'links or constraints' : 'no logic'
    console.log(
      `  ${kind}: ${dates.compared - dates.differing} of ${dates.compared} tasks on the dates of the file`,
    )
    for (const line of dates.lines) console.log(`    ${line}`)
  }
  const same = outcomes.filter(({ verdict }) => verdict === 'same').length
  console.log(`${names.length} files, ${same} the same after writing and reading`)
  const all = outcomes.flatMap(({ dates }) => (dates === null ? [] : [dates]))
  console.log(
    `schedules to the dates they state, files with logic: ${totals(all.filter(({ hasLogic }) => hasLogic))}`,
  )
  console.log(`schedules to the dates they state, all files: ${totals(all)}`)
  const isExplained = all.every(({ unexplained }) => unexplained === 0)
  return same === names.length && names.length > 0 && isExplained ? 0 : 1
}

function totals(dates: readonly DateOutcome[]): string {
  const sum = (pick: (one: DateOutcome) => number) => dates.reduce((total, one) => total + pick(one), 0)
  const [compared, differing] = [sum((one) => one.compared), sum((one) => one.differing)]
  const unexplained = sum((one) => one.unexplained)
  return `${compared - differing} of ${compared} tasks, ${differing} differ, ${unexplained} without a reason`
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Usage: npm run conformance:mspdi -- DIR')
  process.exitCode = 2
} else {
  process.exitCode = main(folder)
}
