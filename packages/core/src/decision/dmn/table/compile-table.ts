import { TESTED } from '../../feel/compile/compile-test.ts'
import { compileTests, compileText } from '../../feel/compile/compile-text.ts'
import { type Evaluator, type Frame, frameWithin, type Tester } from '../../feel/compile/frame.ts'
import { Scope } from '../../feel/compile/scope.ts'
import { coerce } from '../../feel/values/type.ts'
import { type FeelType, type FeelValue, kindOf, type Place } from '../../feel/values/value.ts'
import { typeNamed } from '../boxed/typed.ts'
import { inside, type Spot, surroundings, tellAt } from '../environment.ts'
import type { DecisionTable, FeelText, TableInput, TableRule } from '../model.ts'
import { compileOutputs } from './compile-outputs.ts'
import { resultOf } from './hit-policy.ts'

type Column = {
  readonly evaluate: Evaluator
  readonly type: FeelType
  readonly allowed: Tester | null
  readonly place: Place
  readonly name: string
}

/** Turns a decision table into a function of its variables. @see DMN 1.5 §8.2 */
export function compileTable(table: DecisionTable, spot: Spot): Evaluator {
  checkShape(table, spot)
  const columns = table.inputs.map((input) => compileColumn(input, spot))
  const rules = table.rules.map((rule, index) => compileRule(rule, { table, index, spot }))
  const outputs = compileOutputs(table, spot)
  const isFirst = table.hitPolicy === 'FIRST'
  const { path } = spot
  const place = { source: path, from: 0, to: 0 }
  const names = table.inputs.map(columnName)
  return (frame) => {
    const inputs = columns.map((column) => readInput(column, frame))
    const frames = inputs.map((value) => frameWithin(frame, [value]))
    const outcomes: (number | null)[] = []
    const matched: number[] = []
    for (let index = 0; index < rules.length; index += 1) {
      const failed = firstFailure(rules[index] ?? [], frames, inputs)
      outcomes.push(failed)
      if (failed !== null) continue
      matched.push(index)
      if (isFirst) break
    }
    const { chosen, output: made } = resultOf(outputs, matched, frame)
    const output = frame.run.keep(made, place)
    frame.run.record({ source: path, columns: names, inputs, rules: outcomes, chosen, output })
    return output
  }
}

function checkShape({ inputs, outputs, rules, line }: DecisionTable, spot: Spot): void {
  if (outputs.length > 1 && outputs.some(({ name }) => name === null)) {
    tellAt(spot, 'dmn.output_unnamed', { line })
  }
  rules.forEach((rule, index) => {
    if (rule.inputs.length !== inputs.length || rule.outputs.length !== outputs.length) {
      tellAt(spot, 'dmn.rule_incomplete', { line: rule.line, rule: index + 1 })
    }
  })
}

function columnName({ label, expression }: TableInput): string {
  return label ?? expression.text.trim().slice(0, 60)
}

function compileColumn(input: TableInput, spot: Spot): Column {
  const name = columnName(input)
  const within = inside(spot, name)
  const { expression, typeRef, allowedValues } = input
  return {
    name,
    evaluate: compileText(expression.text, surroundings(within, expression)).evaluate,
    type: typeNamed(typeRef, { spot: within, line: expression.line }),
    allowed: allowedValues === null ? null : compileCell(allowedValues, within),
    place: { source: within.path, from: 0, to: expression.text.length },
  }
}

function compileCell(text: FeelText, spot: Spot): Tester {
  const within = inside(spot, '', new Scope([TESTED], spot.scope))
  return compileTests(text.text, surroundings(within, text)).test
}

type RuleSpot = { readonly table: DecisionTable; readonly index: number; readonly spot: Spot }

/** What is left out of a rule is anything; only tests that can fail are kept, with their columns. */
function compileRule(rule: TableRule, { table, index, spot }: RuleSpot): readonly Check[] {
  return rule.inputs.slice(0, table.inputs.length).flatMap((text, column) => {
    if (text.text.trim() === '' || text.text.trim() === '-') return []
    const input = table.inputs[column]
    const name = input === undefined ? '' : columnName(input)
    return [{ column, test: compileCell(text, inside(spot, `rule ${index + 1} / ${name}`)) }]
  })
}

type Check = { readonly column: number; readonly test: Tester }

function firstFailure(
  checks: readonly Check[],
  frames: readonly Frame[],
  inputs: readonly FeelValue[],
): number | null {
  for (const { column, test } of checks) {
    const frame = frames[column]
    if (frame === undefined || test(frame, inputs[column] ?? null) !== true) return column
  }
  return null
}

/** A value that its column does not allow is null, with a warning. */
function readInput({ evaluate, type, allowed, place, name }: Column, frame: Frame): FeelValue {
  const value = evaluate(frame)
  const fitting = coerce(value, type)
  if (
    fitting === undefined ||
    (fitting !== null && allowed?.(frameWithin(frame, [fitting]), fitting) === false)
  ) {
    return frame.run.warn('dmn.type', { name, kind: kindOf(value) }, place)
  }
  return fitting
}
