import {
  analyseTable,
  compileModel,
  type Decision,
  type DecisionTable,
  type DmnModel,
  type DmnProblem,
  type DmnProgram,
  type InputData,
  type TableAnalysis,
  withOpenInputs,
} from '@millrace/core/decision'
import { readDmn } from '@millrace/formats/dmn'

/** A file as far as it can be decided: its model, ready to be asked, and what is wrong in it. */
export type LookedAt = { readonly model: DmnModel; readonly program: DmnProgram }

/** Reads and compiles a file as the server does; null when it is no DMN. */
export function lookAt(dmn: string): LookedAt | null {
  const read = readDmn(new TextEncoder().encode(dmn))
  if (!read.ok) return null
  const model = withOpenInputs(read.value.model)
  return { model, program: compileModel(model) }
}

/** The decision with an id. */
export function decisionOf({ model }: LookedAt, key: string): Decision | null {
  return model.decisions.find(({ id }) => id === key) ?? null
}

/** Its table; null when it is decided in another way. */
export function tableOf(decision: Decision | null): DecisionTable | null {
  return decision?.expression?.kind === 'decision-table' ? decision.expression : null
}

/** What a table leaves open and says twice. */
export function analysisOf({ program }: LookedAt, table: DecisionTable): TableAnalysis {
  return analyseTable(program, table)
}

/** Where a problem of a table shows: in a cell, in the head of a column, or beside the table. */
export type PlacedProblem = DmnProblem & {
  /** From 0; null: of a column or of the whole table. */
  readonly rule: number | null
  /** From 0, outputs after inputs; null: of the whole table. */
  readonly column: number | null
}

/** The problems of one decision, each with where it shows. */
export function problemsOf({ program }: LookedAt, decision: Decision): readonly PlacedProblem[] {
  const table = tableOf(decision)
  const names = table === null ? [] : columnNames(table)
  const inputs = table?.inputs.length ?? 0
  return program.problems.flatMap((problem) => {
    const [name, ...path] = problem.element.split(' / ')
    if (name !== decision.name) return []
    const rule = ruleIn(path[0])
    const said = (rule === null ? path : path.slice(1)).join(' / ')
    const isOutput = rule !== null && problem.line > 0 && names.indexOf(said) >= inputs
    const column = isOutput ? names.lastIndexOf(said) : names.indexOf(said)
    return [{ ...problem, rule, column: column < 0 ? null : column }]
  })
}

function ruleIn(part: string | undefined): number | null {
  const number = /^rule (\d+)$/.exec(part ?? '')?.[1]
  return number === undefined ? null : Number(number) - 1
}

/** As the compiler calls them. */
function columnNames({ inputs, outputs }: DecisionTable): readonly string[] {
  return [
    ...inputs.map(({ label, expression }) => label ?? expression.text.trim().slice(0, 60)),
    ...outputs.map(({ label, name }) => label ?? name ?? 'output'),
  ]
}

/** What a decision asks for, directly or for what it requires. */
export function askedBy({ model }: LookedAt, decision: Decision): readonly InputData[] {
  const found = new Set<string>()
  const waiting = [decision.id]
  for (const id of waiting) {
    const requires = model.decisions.find((one) => one.id === id)?.requires ?? []
    for (const reference of requires) {
      const required = reference.slice(reference.indexOf('#') + 1)
      if (found.has(required)) continue
      found.add(required)
      waiting.push(required)
    }
  }
  return model.inputData.filter(({ id }) => found.has(id))
}
