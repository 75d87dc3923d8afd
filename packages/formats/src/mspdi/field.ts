import { dayNumber, isPlainDate, type PlainDate } from '@millrace/core/kernel'
import { isPlainDateTime, isPlainTime, type PlainDateTime } from '../dates/index.ts'
import type { XmlRecord } from './xml-record.ts'

/** Answer of a field whose text is not of its kind. */
export const UNREADABLE = Symbol('unreadable')
/** Answer of a date field whose year is outside 1900..2200. */
export const OUT_OF_RANGE = Symbol('out of range')

/** What reading a text may answer besides a value. */
export type FieldFault = typeof UNREADABLE | typeof OUT_OF_RANGE

/** A child element and how its text is read. */
export type Field<Value> = {
  readonly element: string
  readonly read: (text: string) => Value | FieldFault
}

/** Fields by the key their values get. */
export type FieldSpec = Readonly<Record<string, Field<unknown>>>

/** A set of fields, laid out for reading many records. */
export type FieldSet<Spec extends FieldSpec> = {
  readonly entries: readonly (readonly [key: string, field: Field<unknown>])[]
  /** Names of the elements read. */
  readonly elements: readonly string[]
  readonly spec: Spec
}

/** The values of a set of fields, by the same keys; `undefined` where absent, empty or unreadable. */
export type FieldValues<Spec> = {
  readonly [Key in keyof Spec]: Spec[Key] extends Field<infer Value> ? Value | undefined : never
}

/** Lays out a set of fields. Made once: laying it out for every row took half of the reading. */
export function fieldSet<Spec extends FieldSpec>(spec: Spec): FieldSet<Spec> {
  const entries = Object.entries(spec)
  return { entries, elements: entries.map(([, field]) => field.element), spec }
}

/** Reads the fields of a record; texts that cannot be read are told and count as absent. */
export function readFields<Spec extends FieldSpec>(
  record: Pick<XmlRecord, 'values'>,
  set: FieldSet<Spec>,
  onFault: (element: string, text: string, fault: FieldFault) => void,
): FieldValues<Spec> {
  const values: Record<string, unknown> = {}
  for (const [key, field] of set.entries) {
    const text = record.values.get(field.element)
    const value = text === undefined || text === '' ? undefined : field.read(text)
    if (value === UNREADABLE || value === OUT_OF_RANGE) {
      onFault(field.element, text ?? '', value)
      values[key] = undefined
    } else {
      values[key] = value
    }
  }
  // Every key of the spec was set above to what its own field read, or to undefined.
  return values as FieldValues<Spec>
}

const WHOLE = /^\s*[-+]?\d{1,15}(?:\.0*)?\s*$/
const DECIMAL = /^\s*[-+]?(?:\d{1,15}(?:\.\d{0,20})?|\.\d{1,20})(?:[eE][-+]?\d{1,3})?\s*$/
const DURATION =
  /^\s*(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)D)?(?:T(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?\s*$/
const DATE_TIME =
  /^\s*(-?\d{4,6}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?\s*$/

/** Text, without blanks around it. */
export function text(element: string): Field<string> {
  return { element, read: (written) => written.trim() }
}

/** Text as written, line breaks and all. */
export function prose(element: string): Field<string> {
  return { element, read: (written) => written }
}

/** A whole number (`xsd:integer`). */
export function whole(element: string): Field<number> {
  return { element, read: (written) => (WHOLE.test(written) ? Number(written) : UNREADABLE) }
}

/** A number (`xsd:decimal`, `xsd:float`). */
export function decimal(element: string): Field<number> {
  return { element, read: (written) => (DECIMAL.test(written) ? Number(written) : UNREADABLE) }
}

/** A yes or no (`xsd:boolean`: `1`, `0`, `true`, `false`). */
export function flag(element: string): Field<boolean> {
  return { element, read: readFlag }
}

/** One of a list of meanings by its code; a code without meaning is unreadable. */
export function coded<Meaning>(element: string, meanings: readonly (Meaning | undefined)[]): Field<Meaning> {
  return { element, read: (written) => meanings[Number(written)] ?? UNREADABLE }
}

/** A whole number that must not be one of the codes for "none" (`-1`, `-65535`). */
export function reference(element: string): Field<number | 'none'> {
  return {
    element,
    read: (written) => {
      if (!WHOLE.test(written)) return UNREADABLE
      return Number(written) < 0 ? 'none' : Number(written)
    },
  }
}

/**
 * A length in minutes, from an ISO 8601 duration (`PT8H0M0S`), rounded to thousandths: work spread
 * over many days is written in hundredths of seconds, and tenths were off by minutes in the sum.
 * Days count 24 hours, months 30 days and years 365, though Project itself writes hours, minutes
 * and seconds only.
 */
export function durationMin(element: string): Field<number> {
  return { element, read: readDurationMin }
}

/** A length in minutes, from tenths of a minute (slack, delay). */
export function tenthsMin(element: string): Field<number> {
  return {
    element,
    read: (written) => (DECIMAL.test(written) ? toThousandth(Number(written) / 10) : UNREADABLE),
  }
}

/** An amount in minor units of the currency, from hundredths as the format writes them. */
export function money(element: string, minorDigits: number): Field<number> {
  const factor = 10 ** minorDigits / 100
  return {
    element,
    read: (written) => (DECIMAL.test(written) ? Math.round(Number(written) * factor) + 0 : UNREADABLE),
  }
}

/** A local date and time; a zone or fraction behind it is dropped, a date alone means midnight. */
export function dateTime(element: string): Field<PlainDateTime> {
  return { element, read: readDateTime }
}

/** The day of a date and time. */
export function date(element: string): Field<PlainDate> {
  return {
    element,
    read: (written) => {
      const moment = readDateTime(written)
      return typeof moment === 'string' ? moment.slice(0, 10) : moment
    },
  }
}

/** A time of day. */
export function time(element: string): Field<string> {
  return {
    element,
    read: (written) => {
      const full = /^\s*\d{2}:\d{2}\s*$/.test(written) ? `${written.trim()}:00` : written.trim().slice(0, 8)
      return isPlainTime(full) ? full : UNREADABLE
    },
  }
}

/** Minutes of an ISO 8601 duration, rounded to thousandths. */
export function readDurationMin(written: string): number | FieldFault {
  const match = DURATION.exec(written)
  if (match === null || !/\d/.test(written)) return UNREADABLE
  const [years, months, days, hours, minutes, seconds] = match
    .slice(2)
    .map((part: string | undefined) => Number(part ?? 0))
  const wholeDays = (years ?? 0) * 365 + (months ?? 0) * 30 + (days ?? 0)
  const total = wholeDays * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60
  if (total > Number.MAX_SAFE_INTEGER / 1000) return UNREADABLE
  return toThousandth(match[1] === '-' ? -total : total)
}

/** A local date and time as `YYYY-MM-DDTHH:MM:SS`. */
export function readDateTime(written: string): PlainDateTime | FieldFault {
  const match = DATE_TIME.exec(written)
  const day = match?.[1] ?? ''
  if (match === null) return UNREADABLE
  const clock = match[2] ?? '00:00:00'
  const moment = `${day}T${clock.length === 5 ? `${clock}:00` : clock}`
  if (isPlainDateTime(moment)) return moment
  const isRealDay = day.length !== 10 || (dayNumber(day) !== undefined && !isPlainDate(day))
  return isRealDay ? OUT_OF_RANGE : UNREADABLE
}

/** A yes or no. */
export function readFlag(written: string): boolean | FieldFault {
  const plain = written.trim().toLowerCase()
  if (plain === '1' || plain === 'true') return true
  return plain === '0' || plain === 'false' ? false : UNREADABLE
}

/** Rounds to a thousandth; adding zero turns -0 into 0. */
function toThousandth(minutes: number): number {
  return Math.round(minutes * 1000) / 1000 + 0
}
