import { sayProblem } from '@millrace/contract'
import {
  type BpmnContent,
  type BpmnModel,
  type BpmnProcess,
  feelExpressions,
  lintModel,
  type ProcessFinding,
} from '@millrace/core/process'
import { PlainFault } from '../platform/fault.ts'
import { type CliCommand, expectOneFile, readCommandLine } from './command.ts'
import { readBpmnFile } from './read-bpmn-file.ts'

export const bpmnCheck: CliCommand = {
  usage: [
    'Usage: millrace bpmn check FILE [--json]',
    '',
    '  --json  print everything as JSON',
    '',
    'FILE is a BPMN 2.0 model; its expressions are FEEL. No database is needed. Printed is whether each of its processes',
    'works as it is drawn, what stands against it, and what could be drawn more clearly, element by element. Exit',
    'code 1: one of them does not work.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const { file, isJson } = readOptions(args)
    const model = await readBpmnFile(file)
    const verdicts = model.processes.map((process) => ({
      ...{ id: process.id, name: process.name, elements: countOf(process) },
      findings: findingsOf(model, process),
    }))
    if (verdicts.length === 0) throw new PlainFault(`${file} has no process.`)
    const lines = isJson ? [JSON.stringify(verdicts, null, 2)] : verdicts.flatMap(inWords)
    for (const line of lines) print(line)
    return verdicts.every(works) ? 0 : 1
  },
}

type Verdict = {
  readonly id: string
  readonly name: string
  readonly elements: number
  readonly findings: readonly ProcessFinding[]
}

function works({ findings }: Verdict): boolean {
  return findings.every(({ weight }) => weight !== 'error')
}

function inWords(verdict: Verdict): readonly string[] {
  const { id, name, elements, findings } = verdict
  const title = name === '' || name === id ? id : `${name} (${id})`
  const said = works(verdict) ? 'can be executed' : 'does not work'
  return [`${title}: ${elements} elements, ${said}.`, ...findings.map(sayFinding)]
}

function sayFinding({ at, rule, weight, detail }: ProcessFinding): string {
  // What is wrong with an expression has words of its own.
  const params = { at, detail: rule === 'expression' ? sayProblem(detail, {}) : detail }
  const sentence = sayProblem(`bpmn.${rule}`, params)
  return `  ${weight}: ${sentence} ${sayProblem(`bpmn.${rule}.remedy`, params)}`
}

/** What is noticed of one of the processes of a file. */
function findingsOf(model: BpmnModel, process: BpmnProcess): readonly ProcessFinding[] {
  const compileExpression = feelExpressions(() => ({ now: Date.now(), zone: 'UTC' }))
  return lintModel({ ...model, processes: [process] }, { compileExpression })
}

function countOf({ nodes }: BpmnContent): number {
  return nodes.reduce((sum, { content }) => sum + 1 + (content ? countOf(content) : 0), 0)
}

function readOptions(args: readonly string[]): { readonly file: string; readonly isJson: boolean } {
  const { values, positionals } = readCommandLine(args, { json: { type: 'boolean', default: false } })
  return { file: expectOneFile(positionals), isJson: values.json }
}
