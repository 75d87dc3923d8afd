import { ARITHMETIC } from '../values/arithmetic.ts'
import { divide, type FeelNumber, finite, isNumber, numberOf } from '../values/number.ts'
import type { FeelList, FeelValue } from '../values/value.ts'
import { listOrRest } from './lists.ts'
import { mean } from './numeric.ts'
import { isDuration, type Signature } from './signature.ts'

/** Functions of lists of numbers; `sum` and `mean` also take durations. @see DMN 1.5 §10.3.4.4 */
export const STATISTICS: Readonly<Record<string, readonly Signature[]>> = {
  sum: listOrRest(sum),
  mean: listOrRest((items) => average(items)),
  median: listOrRest((items) => withNumbers(items, median)),
  mode: listOrRest((items) => (items.length === 0 ? [] : withNumbers(items, modes))),
  stddev: listOrRest((items) => withNumbers(items, deviation)),
  product: listOrRest((items) =>
    withNumbers(items, (numbers) => finite(numbers.reduce((product, n) => product.times(n), numberOf(1)))),
  ),
}

function withNumbers(items: FeelList, answer: (numbers: readonly FeelNumber[]) => FeelValue): FeelValue {
  const numbers = items.filter(isNumber)
  return numbers.length === 0 || numbers.length !== items.length ? null : answer(numbers)
}

function sum(items: FeelList): FeelValue {
  const [first, ...rest] = items
  if (first === undefined || !(isNumber(first) || isDuration(first))) return null
  let total: FeelValue = first
  for (const item of rest) {
    if (!isNumber(item) && !isDuration(item)) return null
    total = ARITHMETIC['+'](total, item) ?? null
    if (total === null) return null
  }
  return total
}

function average(items: FeelList): FeelValue {
  const numbers = items.filter(isNumber)
  if (numbers.length === items.length) return mean(numbers)
  const total = sum(items)
  return total === null ? null : (ARITHMETIC['/'](total, numberOf(items.length)) ?? null)
}

function ascending(numbers: readonly FeelNumber[]): readonly FeelNumber[] {
  return numbers.toSorted((a, b) => a.cmp(b))
}

function median(numbers: readonly FeelNumber[]): FeelValue {
  const sorted = ascending(numbers)
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  const lower = sorted.length % 2 === 1 ? upper : sorted[middle - 1]
  return upper === undefined || lower === undefined ? null : divide(lower.plus(upper), numberOf(2))
}

/** The most frequent, in ascending order. */
function modes(numbers: readonly FeelNumber[]): FeelValue {
  const counts = new Map<string, { readonly n: FeelNumber; count: number }>()
  for (const n of ascending(numbers)) {
    const entry = counts.get(n.toString()) ?? { n, count: 0 }
    entry.count += 1
    counts.set(n.toString(), entry)
  }
  const entries = [...counts.values()]
  const most = entries.reduce((best, { count }) => Math.max(best, count), 0)
  return entries.filter(({ count }) => count === most).map(({ n }) => n)
}

/** Of a sample. */
function deviation(numbers: readonly FeelNumber[]): FeelValue {
  const middle = mean(numbers)
  if (middle === null || numbers.length < 2) return null
  const squares = numbers.map((n) => n.minus(middle).pow(2)).reduce((total, n) => total.plus(n), numberOf(0))
  const variance = divide(squares, numberOf(numbers.length - 1))
  return variance === null ? null : finite(variance.sqrt())
}
