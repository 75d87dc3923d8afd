import { addDays, isPlainDate, ok, type PlainDate, type Result } from '../../kernel/index.ts'
import type { BoundNode, InstantProperty, OrderComparison } from './bound-query.ts'
import type { FieldBinding } from './field-binding.ts'
import { dateProperty, instantProperty } from './field-property.ts'
import type { FieldTarget } from './field-target.ts'
import type { QueryValue } from './query.ts'
import { readDays } from './query-amount.ts'
import type { QueryViewer } from './query-catalogue.ts'
import { readDate } from './query-date.ts'
import { mapResult, readEach, refuseValue } from './value-refusal.ts'

/** Calendar days, compared with days. */
export function bindDates(target: FieldTarget, viewer: QueryViewer): FieldBinding {
  const property = dateProperty(target)
  const read = dayReader(target, viewer)
  return {
    equals: (values) =>
      mapResult(readEach(values, read), (days): BoundNode => ({ kind: 'oneOf', property, values: days })),
    compare: (comparison, value) =>
      mapResult(read(value), (day): BoundNode => ({ kind: 'compare', property, comparison, value: day })),
    empty: { kind: 'empty', property },
  }
}

/** Moments, compared with whole days of the organisation's time zone. */
export function bindInstants(target: FieldTarget, viewer: QueryViewer): FieldBinding {
  const property = instantProperty(target)
  const read = dayReader(target, viewer)
  const comparisons: FieldBinding = {
    equals: (values) => mapResult(readEach(values, read), (days) => withinDays(property, days, viewer)),
    compare: (comparison, value) =>
      mapResult(read(value), (day) => besideDay({ property, comparison, day }, viewer)),
  }
  return target.optional ? { ...comparisons, empty: { kind: 'empty', property } } : comparisons
}

const FLIPPED: Readonly<Record<OrderComparison, OrderComparison>> = {
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
}

/** Calendar days since a moment: older than five days means before the day five days ago. */
export function bindDays(target: FieldTarget, viewer: QueryViewer): FieldBinding {
  const property = instantProperty(target)
  const read = (value: QueryValue): Result<PlainDate> => {
    const days = readDays(value.text)
    const day = days === null ? null : addDays(viewer.today, -days)
    return day !== null && isPlainDate(day) ? ok(day) : refuseValue(value, target.name, 'days')
  }
  return {
    equals: (values) => mapResult(readEach(values, read), (days) => withinDays(property, days, viewer)),
    compare: (comparison, value) =>
      mapResult(read(value), (day) => besideDay({ property, comparison: FLIPPED[comparison], day }, viewer)),
    empty: { kind: 'empty', property },
  }
}

function dayReader(target: FieldTarget, viewer: QueryViewer): (value: QueryValue) => Result<PlainDate> {
  return (value) => {
    const day = value.quoted && !isPlainDate(value.text) ? null : readDate(value.text, viewer)
    return day === null ? refuseValue(value, target.name, 'date') : ok(day)
  }
}

function withinDays(property: InstantProperty, days: readonly PlainDate[], viewer: QueryViewer): BoundNode {
  const within = days.map((day): BoundNode => {
    const from = besideDay({ property, comparison: '>=', day }, viewer)
    return { kind: 'all', nodes: [from, besideDay({ property, comparison: '<=', day }, viewer)] }
  })
  return { kind: 'any', nodes: within }
}

type DayComparison = {
  readonly property: InstantProperty
  readonly comparison: OrderComparison
  readonly day: PlainDate
}

/** Before or after a whole day is before its first moment, or from the first moment of the next on. */
function besideDay({ property, comparison, day }: DayComparison, { dayStart }: QueryViewer): BoundNode {
  const isAfterDay = comparison === '>' || comparison === '<='
  const value = dayStart(isAfterDay ? addDays(day, 1) : day)
  const isLater = comparison === '>' || comparison === '>='
  return { kind: 'compare', property, comparison: isLater ? '>=' : '<', value }
}
