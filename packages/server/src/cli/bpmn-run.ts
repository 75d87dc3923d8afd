import { readFile } from 'node:fs/promises'
import { sayProblem } from '@millrace/contract'
import type { DmnProgram } from '@millrace/core/decision'
import {
  type AskedRule,
  answerRuleTask,
  type BpmnModel,
  type ProcessFault,
  type RunAnswers,
  runOnPaper,
} from '@millrace/core/process'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { type BpmnRunOptions, readAnswers, readBpmnRunOptions } from './bpmn-run-options.ts'
import { runAsJson } from './bpmn-run-report.ts'
import { type CliCommand, UsageFault } from './command.ts'
import { readBpmnFile } from './read-bpmn-file.ts'
import { readDmnFile } from './read-dmn-file.ts'

export const bpmnRun: CliCommand = {
  usage: [
    'Usage: millrace bpmn run FILE [--input JSON] [--answers FILE] [--dmn FILE] [--until-waiting]',
    '                              [--process ID] [--start ID] [--now MOMENT] [--zone ZONE]',
    '',
    '  --input          variables that it begins with, such as \'{"cost": 18}\'',
    '  --answers        a JSON file: what comes of activities and events, by the ids of their elements, such as',
    '                   {"ask": {"ok": true, "$after": "PT2H"}, "pay": {"$error": "BROKEN"}, "offer": [{"price": 3}, {"price": 5}]}',
    '  --dmn            a DMN file whose decisions answer rule tasks',
    '  --until-waiting  stop at the first thing that somebody has to do and no answer is given for',
    '  --process        the process to run, where the file has several',
    '  --start          the start event that happens; without it the process begins by hand',
    '  --now            where its clock stands at first; 2026-01-05T09:00:00Z by default',
    '  --zone           the time zone of its clock; UTC by default',
    '',
    'Runs a process on a clock of its own, by the engine of the server, and prints what happened as JSON. No database is',
    'needed and nothing is called. What no answer is given for is done at once; messages and signals come only when an',
    'answer says so; when nothing else is left, the clock goes on to the timer that is due next. Exit code 1: somebody',
    'would have to look, or it did not come to rest.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const options = readBpmnRunOptions(args)
    const model = await readBpmnFile(options.file)
    const processId = processOf(model, options)
    const answers = await answersIn(options.answersFile)
    const decide = await decisionsIn(options.dmnFile)
    const { input: variables, startAt: at, waitsForPeople, now, zone } = options
    const ran = runOnPaper(model, processId, {
      ...{ variables, at, answers, waitsForPeople, decide },
      moment: { now, zone },
    })
    if (!ran.ok)
      throw new PlainFault(
        'faults' in ran ? inWords(options.file, ran.faults) : beginsElsewhere(model, processId),
      )
    print(runAsJson(ran.outcome))
    const { state, isCutShort } = ran.outcome
    return state.incidents.length > 0 || state.status === 'failed' || isCutShort ? 1 : 0
  },
}

function processOf({ processes }: BpmnModel, { file, processId }: BpmnRunOptions): string {
  const there = processes.map(({ id }) => id).join(', ') || 'none'
  if (processId !== null) {
    if (processes.some(({ id }) => id === processId)) return processId
    throw new PlainFault(`${file} has no process ${processId}. There are: ${there}.`)
  }
  const executable = processes.filter(({ isExecutable }) => isExecutable)
  const [only, ...more] = executable.length > 0 ? executable : processes
  if (only && more.length === 0) return only.id
  if (!only) throw new PlainFault(`${file} has no process.`)
  throw new UsageFault(`--process names the process to run. There are: ${there}`)
}

function beginsElsewhere({ processes }: BpmnModel, processId: string): string {
  const nodes = processes.find(({ id }) => id === processId)?.nodes ?? []
  const starts = nodes.filter(({ type }) => type === 'startEvent').map(({ id }) => id)
  return `${processId} does not begin so: --start names the event that happens. There are: ${starts.join(', ') || 'none'}.`
}

function inWords(file: string, faults: readonly ProcessFault[]): string {
  const sentences = faults.map(({ at, kind, detail }) =>
    sayProblem(`bpmn.${kind}`, { at, detail: kind === 'expression' ? sayProblem(detail, {}) : detail }),
  )
  return [`${file} cannot be executed.`, ...sentences.map((sentence) => `  ${sentence}`)].join('\n')
}

async function answersIn(file: string | null): Promise<RunAnswers> {
  if (file === null) return {}
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new PlainFault(`${file} cannot be read: ${messageOf(error)}.`)
  })
  return readAnswers(text, file)
}

async function decisionsIn(file: string | null) {
  const program = file === null ? null : (await readDmnFile(file)).program
  return ({ work, variables, moment }: AskedRule) => {
    const key = program && keyIn(program, work.decisionRef)
    if (program === null || key === null) return { fault: 'process.decision_unknown' }
    const { values, entry } = answerRuleTask(work, { program, key }, { variables, moment })
    return entry.fault === null ? { values } : { fault: entry.fault }
  }
}

/** Decisions are named by their ids; by their names where no id is so called. */
function keyIn({ model }: DmnProgram, named: string | null): string | null {
  const found =
    model.decisions.find(({ id }) => id === named) ?? model.decisions.find(({ name }) => name === named)
  return found?.id ?? null
}
