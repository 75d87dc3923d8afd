import { isNumber, numberOf, wholeOf } from '../values/number.ts'
import { type CalendarDate, dateOfEpochDay, epochDay } from '../values/temporal.ts'
import { type Call, type FeelRange, type FeelValue, isKind, isList, kindOf } from '../values/value.ts'

/** What a loop walks through: the items of a list, a range from its start to its end, or the one value. */
export function itemsOf(value: FeelValue, call: Call): Iterable<FeelValue> | null {
  if (value === null)
    return call.run.warn('feel.operands', { operator: 'in', left: 'for', right: 'null' }, call.place)
  if (isList(value)) return value
  if (isKind(value, 'range')) return itemsInRange(value, call)
  return [value]
}

function itemsInRange(range: FeelRange, call: Call): Iterable<FeelValue> | null {
  const items = itemsBetween(range.start, range.end, call)
  return items === null ? null : within(range, items)
}

function* within({ start, end, isStartIncluded, isEndIncluded }: FeelRange, items: Iterable<FeelValue>) {
  const [first, last] = [textOf(start), textOf(end)]
  for (const item of items) {
    const text = textOf(item)
    if ((text === first && !isStartIncluded) || (text === last && !isEndIncluded)) continue
    yield item
  }
}

function textOf(value: FeelValue): string {
  if (isNumber(value)) return value.toString()
  return isKind(value, 'date') ? String(epochDay(value)) : ''
}

/** The whole numbers, or the days, from one to the other, upwards or downwards. */
export function itemsBetween(
  from: FeelValue,
  to: FeelValue,
  { run, place }: Call,
): Iterable<FeelValue> | null {
  if (isNumber(from) && isNumber(to)) {
    const [first, last] = [wholeOf(from), wholeOf(to)]
    if (first !== null && last !== null) return steps(first, last, numberOf)
  }
  if (isKind(from, 'date') && isKind(to, 'date')) return steps(epochDay(from), epochDay(to), dayOf)
  return run.warn('feel.operands', { operator: '..', left: kindOf(from), right: kindOf(to) }, place)
}

function dayOf(number: number): CalendarDate | null {
  return dateOfEpochDay(number)
}

function* steps(from: number, to: number, valueOf: (number: number) => FeelValue): Iterable<FeelValue> {
  const step = from <= to ? 1 : -1
  for (let at = from; step > 0 ? at <= to : at >= to; at += step) yield valueOf(at)
}
