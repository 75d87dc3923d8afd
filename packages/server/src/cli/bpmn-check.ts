import { readFile } from 'node:fs/promises'
import { sayProblem } from '@millrace/contract'
import {
  type BpmnContent,
  type BpmnModel,
  compileProcess,
  feelExpressions,
  type ProcessFault,
} from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { messageOf, PlainFault } from '../platform/fault.ts'
import { type CliCommand, readCommandLine, UsageFault } from './command.ts'

export const bpmnCheck: CliCommand = {
  usage: [
    'Usage: millrace bpmn check FILE [--json]',
    '',
    '  --json  print everything as JSON',
    '',
    'FILE is a BPMN 2.0 model; its expressions are FEEL. No database is needed. Printed is whether each of its processes',
    'can be executed, and what stands against it, element by element. Exit code 1: one of them cannot.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const { file, isJson } = readOptions(args)
    const model = await readModel(file)
    const verdicts = model.processes.map((process) => ({
      ...{ id: process.id, name: process.name, elements: countOf(process) },
      faults: faultsOf(model, process.id),
    }))
    if (verdicts.length === 0) throw new PlainFault(`${file} has no process.`)
    const lines = isJson ? [JSON.stringify(verdicts, null, 2)] : verdicts.flatMap(inWords)
    for (const line of lines) print(line)
    return verdicts.every(({ faults }) => faults.length === 0) ? 0 : 1
  },
}

type Verdict = {
  readonly id: string
  readonly name: string
  readonly elements: number
  readonly faults: readonly ProcessFault[]
}

function inWords({ id, name, elements, faults }: Verdict): readonly string[] {
  const title = name === '' || name === id ? id : `${name} (${id})`
  if (faults.length === 0) return [`${title}: ${elements} elements, can be executed.`]
  return [
    `${title}: ${elements} elements, cannot be executed.`,
    ...faults.map(({ at, kind, detail }) => {
      // What is wrong with an expression has words of its own.
      const said = kind === 'expression' ? sayProblem(detail, {}) : detail
      return `  ${sayProblem(`bpmn.${kind}`, { at, detail: said })}`
    }),
  ]
}

function faultsOf(model: BpmnModel, processId: string): readonly ProcessFault[] {
  const compiled = compileProcess(
    model,
    processId,
    feelExpressions(() => ({ now: Date.now(), zone: 'UTC' })),
  )
  return compiled.ok ? [] : compiled.faults
}

function countOf({ nodes }: BpmnContent): number {
  return nodes.reduce((sum, { content }) => sum + 1 + (content ? countOf(content) : 0), 0)
}

async function readModel(file: string): Promise<BpmnModel> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new PlainFault(`${file} cannot be read: ${messageOf(error)}.`)
  })
  const read = readBpmn(bytes)
  if (read.ok) return read.value
  const { code, params = {} } = read.refusal
  throw new PlainFault(`${file} is no model that can be read: ${sayProblem(code, params)}`)
}

function readOptions(args: readonly string[]): { readonly file: string; readonly isJson: boolean } {
  const { values, positionals } = readCommandLine(args, { json: { type: 'boolean', default: false } })
  const [file, ...more] = positionals
  if (file !== undefined && more.length === 0) return { file, isJson: values.json }
  throw new UsageFault('one file is expected')
}
