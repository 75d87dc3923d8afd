import { type FeelNumber, isNumber } from '../values/number.ts'
import type {
  CalendarDate,
  DateAndTime,
  DaysDuration,
  MonthsDuration,
  Temporal,
  TimeOfDay,
} from '../values/temporal.ts'
import {
  type Call,
  type FeelContext,
  type FeelFunction,
  type FeelList,
  type FeelRange,
  type FeelValue,
  isContext,
  isKind,
  isList,
} from '../values/value.ts'

/** A parameter of a built-in function. */
export type Parameter<Value extends FeelValue> = {
  readonly name: string
  readonly accepts: (value: FeelValue) => value is Value
  readonly isOptional: boolean
  /** Takes all further arguments, as a list. */
  readonly isRest: boolean
  /** What each of them must be. */
  readonly item?: Parameter<FeelValue>
}

/** One form of a built-in function. */
export type Signature = {
  readonly parameters: readonly Parameter<FeelValue>[]
  readonly answer: (values: readonly FeelValue[], call: Call) => FeelValue
}

/** A form with its parameters and what it answers; null where there is no answer. */
export function signature<Values extends readonly FeelValue[]>(
  parameters: { readonly [Index in keyof Values]: Parameter<Values[Index] & FeelValue> },
  answer: (values: Values, call: Call) => FeelValue,
): Signature {
  return {
    parameters,
    // A form is answered only with values that its parameters have accepted, one by one.
    answer: answer as unknown as Signature['answer'],
  }
}

function parameter<Value extends FeelValue>(
  name: string,
  accepts: (value: FeelValue) => value is Value,
): Parameter<Value> {
  return { name, accepts, isOptional: false, isRest: false }
}

export const any = (name: string) => parameter(name, (value): value is FeelValue => value !== undefined)
export const number = (name: string) => parameter<FeelNumber>(name, isNumber)
export const text = (name: string) => parameter(name, (value) => typeof value === 'string')
export const truth = (name: string) => parameter(name, (value) => typeof value === 'boolean')
export const list = (name: string) => parameter<FeelList>(name, isList)
export const context = (name: string) => parameter<FeelContext>(name, isContext)
export const range = (name: string) => parameter(name, (value): value is FeelRange => isKind(value, 'range'))
export const callable = (name: string) =>
  parameter(name, (value): value is FeelFunction => isKind(value, 'function'))
export const date = (name: string) => parameter(name, (value): value is CalendarDate => isKind(value, 'date'))
export const time = (name: string) => parameter(name, (value): value is TimeOfDay => isKind(value, 'time'))
export const moment = (name: string) =>
  parameter(name, (value): value is DateAndTime => isKind(value, 'date and time'))
export const dateOrMoment = (name: string) =>
  parameter(
    name,
    (value): value is CalendarDate | DateAndTime => isKind(value, 'date') || isKind(value, 'date and time'),
  )
export const days = (name: string) =>
  parameter(name, (value): value is DaysDuration => isKind(value, 'days and time duration'))

export function isDuration(value: FeelValue): value is DaysDuration | MonthsDuration {
  return isKind(value, 'days and time duration') || isKind(value, 'years and months duration')
}

export function isTemporal(value: FeelValue): value is Temporal {
  return isDuration(value) || isKind(value, 'date') || isKind(value, 'time') || isKind(value, 'date and time')
}

/** Numbers and durations. */
export const amount = (name: string) =>
  parameter(
    name,
    (value): value is FeelNumber | DaysDuration | MonthsDuration => isNumber(value) || isDuration(value),
  )

/** A value with an order, or a range of such. */
export const point = (name: string) =>
  parameter(
    name,
    (value): value is Exclude<FeelValue, null | FeelList | FeelContext | FeelFunction | FeelRange> =>
      value !== null &&
      !isList(value) &&
      !isContext(value) &&
      !isKind(value, 'function') &&
      !isKind(value, 'range'),
  )

/** May be left out; then it is null. */
export function optional<Value extends FeelValue>(of: Parameter<Value>): Parameter<Value | null> {
  return { ...of, isOptional: true }
}

/** May be null. */
export function nullable<Value extends FeelValue>(of: Parameter<Value>): Parameter<Value | null> {
  return { ...of, accepts: (value): value is Value | null => value === null || of.accepts(value) }
}

/** All further arguments. */
export function rest<Value extends FeelValue>(of: Parameter<Value>): Parameter<readonly Value[]> {
  const { name, accepts } = of
  return {
    name,
    isOptional: false,
    isRest: true,
    item: of,
    accepts: (value): value is readonly Value[] => isList(value) && value.every((item) => accepts(item)),
  }
}
