import { rename, rm, writeFile } from 'node:fs/promises'
import { sayRefusal } from '@millrace/contract'
import type { Refusal } from '@millrace/core/kernel'
import { findConflicts, PlanNetwork, plannedTasks } from '@millrace/core/schedule'
import { writeMspdi } from '@millrace/formats/mspdi'
import { compareDates, nameRows } from '@millrace/formats/plan'
import { PlainFault } from '../platform/fault.ts'
import type { CliCommand, CliContext } from './command.ts'
import { explainFile } from './explain-file.ts'
import { levelFile } from './level-file.ts'
import { type PlanFile, readPlanFile } from './read-plan-file.ts'
import { reportAsJson } from './schedule-json.ts'
import { readScheduleOptions, type ScheduleOptions } from './schedule-options.ts'
import { reportAsText, type Scheduled } from './schedule-report.ts'

const FAULTS_SHOWN = 10

export const scheduleCommand: CliCommand = {
  usage: [
    'Usage: millrace schedule FILE [--level] [--out FILE] [--json]',
    '',
    '  --level put tasks off until there is enough of the people and machines that they need',
    '  --out   write the plan with its dates, late dates, float and critical marks as Microsoft Project XML',
    '  --json  print everything as JSON',
    '',
    'FILE is XML of Microsoft Project, or XER of Primavera. No database is needed.',
    'Printed are the dates that its links, constraints and calendars lead to, float, what is critical and why',
    'each task lies where it does; then conflicts, what is not as in the file, and where its own dates differ.',
  ].join('\n'),
  run: async (context) => {
    const options = readScheduleOptions(context.args)
    const file = await readPlanFile(options.file, context.config.importMaxBytes)
    const scheduled = schedule(options, file)
    const lines = options.isJson ? [reportAsJson(scheduled)] : reportAsText(scheduled)
    for (const line of lines) context.print(line)
    if (options.out !== null)
      await keep(context, options, writeMspdi(file.withDates(scheduled.plan, scheduled.planned)))
    return 0
  },
}

function schedule({ file: path, isLevelled }: ScheduleOptions, file: PlanFile): Scheduled {
  const { plan: own, faults, problems } = file
  if (faults.length > 0) {
    throw new PlainFault(`${path} cannot be scheduled without changing what it says:\n${listOf(faults)}`)
  }
  const levelled = isLevelled ? levelFile(own) : null
  if (levelled?.ok === false) throw refused(path, nameRows(levelled.refusal, own))
  const plan = levelled?.value.plan ?? own
  const network = PlanNetwork.of(plan.input)
  if (!network.ok) throw refused(path, nameRows(network.refusal, plan))
  const planned = plannedTasks(network.value)
  return {
    plan,
    planned,
    problems,
    conflicts: findConflicts(network.value),
    comparison: compareDates(plan, planned),
    finishAt: network.value.finishAt,
    levelled: levelled?.value.levelled ?? null,
  }
}

function listOf(faults: readonly string[]): string {
  const more = faults.length - FAULTS_SHOWN
  return [...faults.slice(0, FAULTS_SHOWN), ...(more > 0 ? [`And ${more} more.`] : [])].join('\n')
}

function refused(path: string, refusal: Refusal): PlainFault {
  const { sentence, remedy } = sayRefusal(refusal)
  return new PlainFault(`${path} cannot be scheduled. ${sentence} ${remedy}`)
}

/** Under another name until it is whole: a file of that name is not lost to half of another. */
async function keep(
  { print }: CliContext,
  { out, isJson }: { readonly out: string | null; readonly isJson: boolean },
  content: string,
): Promise<void> {
  if (out === null) return
  const part = `${out}.part`
  try {
    await writeFile(part, content)
    await rename(part, out)
  } catch (error) {
    await rm(part, { force: true })
    throw explainFile(out, error)
  }
  if (!isJson) print(`Written to ${out}.`)
}
