import { type Frame, frameWithin } from '../../feel/compile/frame.ts'
import { ARITHMETIC } from '../../feel/values/arithmetic.ts'
import { same } from '../../feel/values/equality.ts'
import { numberOf } from '../../feel/values/number.ts'
import { compareOrdered } from '../../feel/values/ordering.ts'
import type { FeelValue } from '../../feel/values/value.ts'
import type { Aggregation } from '../model.ts'
import type { TableOutputs } from './compile-outputs.ts'

/** What a table gives, and the rules it comes from. */
export type TableResult = { readonly output: FeelValue; readonly chosen: readonly number[] }

/** One rule that matched, with a value for each output. */
type Hit = { readonly rule: number; readonly values: readonly FeelValue[] }

/** The result of the rules that matched, after the table's hit policy. @see DMN 1.5 §8.2.11 */
export function resultOf(outputs: TableOutputs, matched: readonly number[], frame: Frame): TableResult {
  if (matched.length === 0) return withoutMatch(outputs, frame)
  const hits = matched.map((rule) => ({
    rule,
    values: (outputs.rules[rule] ?? []).map((evaluate) => evaluate(frame)),
  }))
  switch (outputs.policy) {
    case 'UNIQUE':
      return hits.length === 1 ? one(outputs, hits[0]) : disagreement(outputs, matched, frame)
    case 'ANY':
      return isAgreed(hits)
        ? { ...one(outputs, hits[0]), chosen: matched }
        : disagreement(outputs, matched, frame)
    case 'FIRST':
      return one(outputs, hits[0])
    case 'PRIORITY':
      return one(outputs, byPriority(outputs, hits, frame)[0])
    case 'RULE ORDER':
      return all(outputs, hits)
    case 'OUTPUT ORDER':
      return all(outputs, byPriority(outputs, hits, frame))
    case 'COLLECT':
      return outputs.aggregation === null
        ? all(outputs, hits)
        : aggregated(outputs, hits, outputs.aggregation)
  }
}

function withoutMatch({ defaults, names, policy, aggregation }: TableOutputs, frame: Frame): TableResult {
  if (defaults !== null) {
    return {
      chosen: [],
      output: combined(
        names,
        defaults.map((evaluate) => evaluate(frame)),
      ),
    }
  }
  return { chosen: [], output: policy === 'COLLECT' && aggregation === 'COUNT' ? numberOf(0) : null }
}

function combined(names: TableOutputs['names'], values: readonly FeelValue[]): FeelValue {
  if (names === null) return values[0] ?? null
  return new Map(names.map((name, index) => [name, values[index] ?? null]))
}

function one({ names }: TableOutputs, hit: Hit | undefined): TableResult {
  return hit === undefined
    ? { output: null, chosen: [] }
    : { output: combined(names, hit.values), chosen: [hit.rule] }
}

function all({ names }: TableOutputs, hits: readonly Hit[]): TableResult {
  return { output: hits.map(({ values }) => combined(names, values)), chosen: hits.map(({ rule }) => rule) }
}

function disagreement({ spot }: TableOutputs, matched: readonly number[], { run }: Frame): TableResult {
  const rules = matched.map((rule) => rule + 1).join(', ')
  run.warn('dmn.hit_policy', { rules }, { source: spot.path, from: 0, to: 0 })
  return { output: null, chosen: matched }
}

function isAgreed([first, ...rest]: readonly Hit[]): boolean {
  return rest.every(({ values }) => same([...values], [...(first?.values ?? [])]))
}

/** The first output decides; among equals the next. What is not among the values of an output comes last. */
function byPriority({ priorities }: TableOutputs, hits: readonly Hit[], frame: Frame): readonly Hit[] {
  const ranked = hits.map((hit) => ({
    hit,
    ranks: priorities.map((tests, output) => {
      const value = hit.values[output] ?? null
      const rank = tests.findIndex((test) => test(frameWithin(frame, [value]), value) === true)
      return rank < 0 ? tests.length : rank
    }),
  }))
  return ranked.toSorted((a, b) => compareRanks(a.ranks, b.ranks)).map(({ hit }) => hit)
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((rank, index) => rank !== right[index])
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
}

/** Every output by itself. */
function aggregated(
  { names, rules }: TableOutputs,
  hits: readonly Hit[],
  aggregation: Aggregation,
): TableResult {
  const width = rules[0]?.length ?? 0
  const columns = Array.from({ length: width }, (_, column) =>
    hits.map(({ values }) => values[column] ?? null),
  )
  const chosen = hits.map(({ rule }) => rule)
  return {
    chosen,
    output: combined(
      names,
      columns.map((column) => aggregate(column, aggregation)),
    ),
  }
}

function aggregate(values: readonly FeelValue[], aggregation: Aggregation): FeelValue {
  const [first = null, ...rest] = values
  switch (aggregation) {
    case 'COUNT':
      return numberOf(values.length)
    case 'SUM':
      return rest.reduce<FeelValue>((total, value) => ARITHMETIC['+'](total, value) ?? null, first)
    case 'MIN':
      return rest.reduce<FeelValue>((best, value) => better(value, best, -1), first)
    case 'MAX':
      return rest.reduce<FeelValue>((best, value) => better(value, best, 1), first)
  }
}

function better(value: FeelValue, best: FeelValue, direction: 1 | -1): FeelValue {
  const order = compareOrdered(value, best)
  if (order === null) return null
  return order * direction > 0 ? value : best
}
