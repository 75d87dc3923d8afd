import { sayProblem } from '@millrace/contract'
import {
  type CaseFault,
  type CaseStageContent,
  type CaseWarning,
  caseExpressions,
  compileCase,
} from '@millrace/core/case'
import type { CmmnCase, CmmnRefused } from '@millrace/formats/cmmn'
import { type CliCommand, expectOneFile, readCommandLine } from './command.ts'
import { readCmmnFile, sayCaseFault, sayCmmnRefused } from './read-cmmn-file.ts'

export const cmmnCheck: CliCommand = {
  usage: [
    'Usage: millrace cmmn check FILE [--json]',
    '',
    '  --json  print everything as JSON',
    '',
    'FILE is a CMMN 1.1 file, plain or of Flowable or Camunda; its expressions are FEEL. No database is needed. Printed is',
    'whether each of its cases can be executed, what stands against it, and what is probably not meant. Exit code 1: one',
    'of them cannot be executed.',
  ].join('\n'),
  run: async ({ args, print }) => {
    const { file, isJson } = readOptions(args)
    const verdicts = (await readCmmnFile(file)).map(verdictOf)
    const lines = isJson ? [JSON.stringify(verdicts, null, 2)] : verdicts.flatMap(inWords)
    for (const line of lines) print(line)
    return verdicts.every(works) ? 0 : 1
  },
}

type Verdict = {
  readonly id: string
  readonly name: string
  readonly items: number
  readonly refused: readonly CmmnRefused[]
  readonly faults: readonly CaseFault[]
  readonly warnings: readonly CaseWarning[]
}

function verdictOf({ model, refused }: CmmnCase): Verdict {
  const compiled = compileCase(
    model,
    caseExpressions(() => ({ now: Date.now(), zone: 'UTC' })),
  )
  const { id, name, root } = model
  return {
    ...{ id, name, items: countOf(root), refused },
    faults: compiled.ok ? [] : compiled.faults,
    warnings: compiled.ok ? compiled.warnings : [],
  }
}

function countOf({ items, discretionary }: CaseStageContent): number {
  return [...items, ...discretionary.map(({ item }) => item)].reduce(
    (sum, { content }) => sum + 1 + (content ? countOf(content) : 0),
    0,
  )
}

function works({ refused, faults }: Verdict): boolean {
  return refused.length === 0 && faults.length === 0
}

function inWords(verdict: Verdict): readonly string[] {
  const { id, name, items, refused, faults, warnings } = verdict
  const title = name === '' || name === id ? id : `${name} (${id})`
  return [
    `${title}: ${items} items, ${works(verdict) ? 'can be executed' : 'cannot be executed'}.`,
    ...refused.map((one) => `  error: ${sayCmmnRefused(one)}`),
    ...faults.map((one) => `  error: ${sayCaseFault(one)}`),
    ...warnings.map(({ at, kind, detail }) => `  warning: ${sayProblem(`cmmn.${kind}`, { at, detail })}`),
  ]
}

function readOptions(args: readonly string[]): { readonly file: string; readonly isJson: boolean } {
  const { values, positionals } = readCommandLine(args, { json: { type: 'boolean', default: false } })
  return { file: expectOneFile(positionals), isJson: values.json }
}
