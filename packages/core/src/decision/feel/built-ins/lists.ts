import { same } from '../values/equality.ts'
import { type FeelNumber, isNumber, numberOf, wholeOf } from '../values/number.ts'
import { compareOrdered } from '../values/ordering.ts'
import {
  type Call,
  type FeelFunction,
  type FeelList,
  type FeelValue,
  isContext,
  isList,
} from '../values/value.ts'
import {
  any,
  callable,
  list,
  nullable,
  number,
  optional,
  rest,
  type Signature,
  signature,
} from './signature.ts'

/** List functions. @see DMN 1.5 §10.3.4.4 */
export const LISTS: Readonly<Record<string, readonly Signature[]>> = {
  'list contains': [
    signature([list('list'), any('element')], ([items, element]) =>
      items.some((item) => same(item, element)),
    ),
  ],
  count: [signature([list('list')], ([items]) => numberOf(items.length))],
  min: listOrRest((items) => extreme(items, -1)),
  max: listOrRest((items) => extreme(items, 1)),
  all: listOrRest((items) => junction(items, false)),
  any: listOrRest((items) => junction(items, true)),
  sublist: [
    signature(
      [list('list'), number('start position'), optional(number('length'))],
      ([items, start, length]) => sublist(items, start, length),
    ),
  ],
  append: [signature([list('list'), rest(any('item'))], ([items, more]) => [...items, ...more])],
  concatenate: [signature([rest(list('list'))], ([lists]) => lists.flat())],
  'insert before': [
    signature([list('list'), number('position'), any('newItem')], ([items, position, item]) => {
      const at = indexOf(items, position)
      return at === null ? null : items.toSpliced(at, 0, item)
    }),
  ],
  remove: [
    signature([list('list'), number('position')], ([items, position]) => {
      const at = indexOf(items, position)
      return at === null ? null : items.toSpliced(at, 1)
    }),
  ],
  'list replace': [
    signature([list('list'), number('position'), any('newItem')], ([items, position, item]) => {
      const at = indexOf(items, position)
      return at === null ? null : items.with(at, item)
    }),
    signature([list('list'), callable('match'), any('newItem')], ([items, match, item], call) =>
      replaceWhere(items, { match, item }, call),
    ),
  ],
  reverse: [signature([list('list')], ([items]) => items.toReversed())],
  'index of': [
    signature([list('list'), any('match')], ([items, match]) =>
      items.flatMap((item, index) => (same(item, match) ? [numberOf(index + 1)] : [])),
    ),
  ],
  union: [signature([rest(list('list'))], ([lists], call) => distinct(lists.flat(), call))],
  'distinct values': [signature([list('list')], ([items], call) => distinct(items, call))],
  'duplicate values': [signature([list('list')], ([items], call) => duplicates(items, call))],
  flatten: [signature([list('list')], ([items]) => flattened(items))],
  sort: [
    signature([list('list'), optional(callable('precedes'))], ([items, precedes], call) =>
      sorted(items, precedes, call),
    ),
  ],
  not: [signature([nullable(any('negand'))], ([negand]) => (typeof negand === 'boolean' ? !negand : null))],
}

/** A function of a list, which may also be given as its items. */
export function listOrRest(answer: (items: FeelList, call: Call) => FeelValue): readonly Signature[] {
  return [
    signature([list('list')], ([items], call) => answer(items, call)),
    signature([rest(any('list'))], ([items], call) => answer(items, call)),
  ]
}

function flattened(items: FeelList): FeelList {
  return items.flatMap((item) => (isList(item) ? flattened(item) : [item]))
}

function extreme(items: FeelList, direction: 1 | -1): FeelValue {
  let best = items[0] ?? null
  if (best === null || (items.length === 1 && compareOrdered(best, best) === null)) return null
  for (const item of items.slice(1)) {
    const order = compareOrdered(item, best)
    if (order === null) return null
    if (order * direction > 0) best = item
  }
  return best
}

/** `all` is false with one that is, `any` true; anything that is neither makes the rest unknown. */
function junction(items: FeelList, deciding: boolean): FeelValue {
  if (items.includes(deciding)) return deciding
  return items.every((item) => typeof item === 'boolean') ? !deciding : null
}

function sublist(items: FeelList, start: FeelNumber, length: FeelNumber | null): FeelValue {
  const from = indexOf(items, start)
  const count = length === null ? items.length : wholeOf(length)
  if (from === null || count === null || count < 0 || (length !== null && from + count > items.length))
    return null
  return items.slice(from, from + count)
}

/** A position from 1 on, or from the end when negative; null where there is no item. */
function indexOf(items: FeelList, position: FeelNumber): number | null {
  const whole = wholeOf(position)
  if (whole === null || whole === 0 || Math.abs(whole) > items.length) return null
  return whole > 0 ? whole - 1 : items.length + whole
}

function replaceWhere(
  items: FeelList,
  { match, item }: { readonly match: FeelFunction; readonly item: FeelValue },
  call: Call,
): FeelValue {
  const found = items.map((old) => match.invoke({ positional: [old, item], named: null }, call))
  if (!found.every((isMatch) => typeof isMatch === 'boolean')) return null
  return items.map((old, index) => (found[index] === true ? item : old))
}

type Group = { readonly value: FeelValue; count: number }

/** Equal items together, in the order of the first; null when that would be too much work. */
function grouped(items: FeelList, { run, place }: Call): readonly Group[] | null {
  const buckets = new Map<string, Group[]>()
  const groups: Group[] = []
  for (const item of items) {
    const key = bucketOf(item, BUCKET_DEPTH)
    const bucket = buckets.get(key) ?? []
    if (!run.spend(1 + bucket.length, place)) return null
    const known = bucket.find(({ value }) => same(value, item))
    if (known !== undefined) {
      known.count += 1
      continue
    }
    const group = { value: item, count: 1 }
    bucket.push(group)
    buckets.set(key, bucket)
    groups.push(group)
  }
  return groups
}

/** How far into lists and contexts a bucket looks, and at how many parts of each. */
const BUCKET_DEPTH = 3
const BUCKET_PARTS = 4

/** A text that equal values share, so that few of them need to be compared. */
function bucketOf(value: FeelValue, depth: number): string {
  if (typeof value === 'string') return `"${value}`
  if (isNumber(value)) return value.toString()
  if (value === null || typeof value === 'boolean') return String(value)
  if (!isList(value) && !isContext(value)) return value.kind
  if (depth === 0) return '…'
  if (isList(value)) {
    return `[${value.length} ${value
      .slice(0, BUCKET_PARTS)
      .map((item) => bucketOf(item, depth - 1))
      .join()}`
  }
  const keys = [...value.keys()].toSorted().slice(0, BUCKET_PARTS)
  return `{${value.size} ${keys.map((key) => `${key} ${bucketOf(value.get(key) ?? null, depth - 1)}`).join()}`
}

function distinct(items: FeelList, call: Call): FeelValue {
  return grouped(items, call)?.map(({ value }) => value) ?? null
}

function duplicates(items: FeelList, call: Call): FeelValue {
  return grouped(items, call)?.flatMap(({ value, count }) => (count > 1 ? [value] : [])) ?? null
}

/** Merging, since what a function says of an order need not be one. */
function sorted(items: FeelList, precedes: FeelFunction | null, call: Call): FeelValue {
  const isBefore = (left: FeelValue, right: FeelValue): boolean | null => {
    if (precedes === null) {
      const order = compareOrdered(left, right)
      return order === null ? null : order < 0
    }
    const answer = precedes.invoke({ positional: [left, right], named: null }, call)
    return typeof answer === 'boolean' ? answer : null
  }
  return mergeSort(items, isBefore)
}

type Before = (left: FeelValue, right: FeelValue) => boolean | null

function mergeSort(items: FeelList, isBefore: Before): FeelList | null {
  if (items.length < 2) return items
  const middle = items.length >> 1
  const left = mergeSort(items.slice(0, middle), isBefore)
  const right = mergeSort(items.slice(middle), isBefore)
  return left === null || right === null ? null : merge(left, right, isBefore)
}

function merge(left: FeelList, right: FeelList, isBefore: Before): FeelList | null {
  const merged: FeelValue[] = []
  let [l, r] = [0, 0]
  while (l < left.length && r < right.length) {
    const takesRight = isBefore(right[r] ?? null, left[l] ?? null)
    if (takesRight === null) return null
    merged.push((takesRight ? right[r++] : left[l++]) ?? null)
  }
  return [...merged, ...left.slice(l), ...right.slice(r)]
}
