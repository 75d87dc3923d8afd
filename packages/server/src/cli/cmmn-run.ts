import { readFile } from 'node:fs/promises'
import { WorkingClocks } from '@millrace/core/calendar'
import { type CaseWorld, runCaseOnPaper } from '@millrace/core/case'
import { timerDues } from '@millrace/core/process'
import type { CmmnCase } from '@millrace/formats/cmmn'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { type CmmnRunOptions, readCmmnRunOptions, readScript } from './cmmn-run-options.ts'
import { caseRunAsJson, runInWords } from './cmmn-run-report.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { readCmmnFile, sayCaseFault, sayCmmnRefused } from './read-cmmn-file.ts'

export const cmmnRun: CliCommand = {
  usage: [
    'Usage: millrace cmmn run FILE [--script JSON] [--input JSON] [--case ID] [--now MOMENT] [--zone ZONE] [--json]',
    '',
    '  --script  what people do, one after the other: JSON, or a file of it, such as',
    '            \'[{"do": "complete", "item": "visit", "values": {"amount": 18}, "by": "anna"}, {"do": "plan",',
    '            "item": "expert", "stage": "assessment", "by": "ben", "roles": ["lead"], "after": "P1D"}]\'',
    '  --input   variables that it begins with, such as \'{"amount": 18}\'',
    '  --case    the case to run, where the file has several',
    '  --now     where its clock stands at first; 2026-01-05T09:00:00Z by default',
    '  --zone    the time zone of its clock; UTC by default',
    '  --json    print everything as JSON',
    '',
    'Leads a case through its plan on a clock of its own, by the engine of the server, and prints step by step which items',
    'moved, why, and what stands then. No database is needed and nothing is called. Items are named by id or name; timers',
    'go off when "after" leads past their moment. Exit code 1: something was refused, or somebody would have to look.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const options = readCmmnRunOptions(args)
    const { model, refused } = caseOf(await readCmmnFile(options.file), options)
    const { now, zone, input: variables } = options
    const sayings = readScript(await scriptIn(options.script), options)
    const ran = runCaseOnPaper(model, { variables, sayings, moment: { now, zone }, dueOf: duesIn(options) })
    const against = [...refused.map(sayCmmnRefused), ...(ran.ok ? [] : ran.faults.map(sayCaseFault))]
    if (!ran.ok || refused.length > 0)
      throw new PlainFault(
        [`${options.file} cannot be executed.`, ...against.map((one) => `  ${one}`)].join('\n'),
      )
    const lines = options.isJson ? [caseRunAsJson(ran.run)] : runInWords(ran.run)
    for (const line of lines) print(line)
    const { steps, state, isCutShort } = ran.run
    const isSmooth = steps.every(({ refusal }) => refusal === null) && state?.incidents.length === 0
    return isSmooth && !isCutShort ? 0 : 1
  },
}

function caseOf(cases: readonly CmmnCase[], { file, caseId }: CmmnRunOptions): CmmnCase {
  const there = cases.map(({ model }) => model.id).join(', ')
  const [first, ...more] = cases.filter(({ model }) => caseId === null || model.id === caseId)
  if (!first) throw new PlainFault(`${file} has no case ${caseId}. There are: ${there}.`)
  if (more.length > 0) throw new UsageFault(`--case names the case to run. There are: ${there}`)
  return first
}

function scriptIn(written: string): Promise<string> {
  if (written.trimStart().startsWith('[')) return Promise.resolve(written)
  return readFile(written, 'utf8').catch((error: unknown) => {
    throw new PlainFault(`${written} cannot be read: ${messageOf(error)}.`)
  })
}

/** Timers of cases count by the clock: no calendar is known here. */
function duesIn({ now, zone }: CmmnRunOptions): CaseWorld['dueOf'] {
  const dueOf = timerDues({ timeZone: zone, clocks: new WorkingClocks([], now / 60_000), calendar: null })
  return (rule, cycle) => dueOf({ ...rule, counting: { counts: 'clock', calendar: null } }, cycle)
}
