import { sayRefusal } from '@millrace/contract'
import type { Refusal } from '@millrace/core/kernel'
import { findConflicts, PlanNetwork, plannedTasks } from '@millrace/core/schedule'
import { writeMspdi } from '@millrace/formats/mspdi'
import { compareDates, type FilePlan, nameRows } from '@millrace/formats/plan'
import { PlainFault } from '../platform/fault.ts'
import type { CliCommand } from './command.ts'
import { type LevelledFiles, levelFiles } from './level-files.ts'
import { outFiles, writeWhole } from './out-files.ts'
import { type PlanFile, readPlanFile } from './read-plan-file.ts'
import { reportAsJson, reportsAsJson } from './schedule-json.ts'
import { readScheduleOptions, type ScheduleOptions } from './schedule-options.ts'
import { reportAsText, type Scheduled, sharedAsText } from './schedule-report.ts'

const FAULTS_SHOWN = 10

export const scheduleCommand: CliCommand = {
  usage: [
    'Usage: millrace schedule FILE... [--level] [--out FILE] [--json]',
    '',
    '  --level put tasks off until there is enough of the people and machines that they need',
    '  --out   write the plan with its dates, late dates, float and critical marks as Microsoft Project XML;',
    '          with several files the name of a folder, in which each plan has the name of its file',
    '  --json  print everything as JSON',
    '',
    'FILE is XML of Microsoft Project, or XER of Primavera. No database is needed.',
    'Printed are the dates that its links, constraints and calendars lead to, float, what is critical and why',
    'each task lies where it does; then conflicts, what is not as in the file, and where its own dates differ.',
    'Several files are levelled together: people and machines of the same name are the same.',
  ].join('\n'),
  run: async ({ args, config, print }) => {
    const options = readScheduleOptions(args)
    const outs = await outFiles(options)
    const files = await readAll(options, config.importMaxBytes)
    const { scheduled, levelled } = scheduleAll(options, files)
    for (const line of linesOf(options, scheduled, levelled)) print(line)
    for (const [place, file] of files.entries()) {
      const [one, out] = [scheduled[place], outs[place]]
      if (!one || out === undefined) continue
      await writeWhole(out, writeMspdi(file.withDates(one.plan, one.planned)))
      if (!options.isJson) print(`Written to ${out}.`)
    }
    return 0
  },
}

/** One after the other: the first that cannot be used is told. */
async function readAll({ files }: ScheduleOptions, maxBytes: number): Promise<readonly PlanFile[]> {
  const read: PlanFile[] = []
  for (const path of files) {
    const file = await readPlanFile(path, maxBytes)
    if (file.faults.length > 0) {
      throw new PlainFault(
        `${path} cannot be scheduled without changing what it says:\n${listOf(file.faults)}`,
      )
    }
    read.push(file)
  }
  return read
}

function scheduleAll({ files: paths, isLevelled }: ScheduleOptions, files: readonly PlanFile[]) {
  const levelled = isLevelled ? levelTogether(paths, files) : null
  const scheduled = files.map(({ plan: own, problems }, place) => {
    const found = levelled?.files[place]
    const plan = found?.plan ?? own
    return { problems, levelled: found?.levelled ?? null, ...calculated(paths[place] ?? '', plan) }
  })
  return { scheduled, levelled }
}

function levelTogether(paths: readonly string[], files: readonly PlanFile[]): LevelledFiles {
  const levelled = levelFiles(files.map(({ plan }) => plan))
  if (!levelled.ok) throw refused(paths.join(', '), levelled.refusal)
  return levelled.value
}

function calculated(path: string, plan: FilePlan): Omit<Scheduled, 'problems' | 'levelled'> {
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) throw refused(path, nameRows(network.refusal, plan))
  const planned = plannedTasks(network.value)
  return {
    plan,
    planned,
    conflicts: findConflicts(network.value),
    comparison: compareDates(plan, planned),
    finishAt: network.value.finishAt,
  }
}

function linesOf(
  { files, isJson }: ScheduleOptions,
  scheduled: readonly Scheduled[],
  levelled: LevelledFiles | null,
): readonly string[] {
  const [first, ...others] = scheduled
  if (first && others.length === 0) return isJson ? [reportAsJson(first)] : reportAsText(first)
  if (isJson) return [reportsAsJson(files, scheduled)]
  return [
    ...scheduled.flatMap((one, place) => [`== ${files[place] ?? ''}`, '', ...reportAsText(one), '']),
    ...sharedAsText(levelled?.shared ?? [], files),
  ]
}

function listOf(faults: readonly string[]): string {
  const more = faults.length - FAULTS_SHOWN
  return [...faults.slice(0, FAULTS_SHOWN), ...(more > 0 ? [`And ${more} more.`] : [])].join('\n')
}

function refused(path: string, refusal: Refusal): PlainFault {
  const { sentence, remedy } = sayRefusal(refusal)
  return new PlainFault(`${path} cannot be scheduled. ${sentence} ${remedy}`)
}
