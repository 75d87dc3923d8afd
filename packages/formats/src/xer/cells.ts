import { isPlainDateTime, type PlainDateTime } from '../dates/index.ts'
import { excerpt } from '../report/index.ts'
import type { Tell } from './problem.ts'
import type { XerRow } from './read-tables.ts'

/** Reads the fields of a row; what cannot be read is told and counts as absent. */
export type Cells = {
  readonly text: (field: string) => string | undefined
  readonly number: (field: string) => number | undefined
  /** Hours as minutes, rounded to thousandths. */
  readonly hours: (field: string) => number | undefined
  readonly moment: (field: string) => PlainDateTime | undefined
  /** One of several words; an unknown one is told. */
  readonly word: <Meaning>(field: string, meanings: Readonly<Record<string, Meaning>>) => Meaning | undefined
}

const NUMBER = /^[-+]?(?:\d{1,15}(?:[.,]\d{0,20})?|[.,]\d{1,20})(?:[eE][-+]?\d{1,3})?$/
const MOMENT = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::(\d{2}))?)?$/

/** The fields of a row, for a subject that problems are told of. */
export function cellsOf(row: XerRow, subject: string, tell: Tell): Cells {
  const read = <Value>(field: string, reader: (text: string) => Value | undefined): Value | undefined => {
    const text = row.get(field)
    if (text === undefined) return undefined
    const value = reader(text)
    if (value === undefined) {
      tell('xer.value_unreadable', { subject, line: row.line }, { field, value: excerpt(text) })
    }
    return value
  }
  return {
    text: row.get,
    number: (field) => read(field, readNumber),
    hours: (field) =>
      read(field, (text) => {
        const hours = readNumber(text)
        return hours === undefined ? undefined : Math.round(hours * 60_000) / 1_000 + 0
      }),
    moment: (field) => read(field, readMoment),
    word: (field, meanings) =>
      read(field, (text) => (Object.hasOwn(meanings, text) ? meanings[text] : undefined)),
  }
}

/** The decimal mark is that of the computer the file was written on. */
function readNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text.replace(',', '.')) : undefined
}

/** A local date and time without zone, `2026-03-02 08:00`. */
function readMoment(text: string): PlainDateTime | undefined {
  const match = MOMENT.exec(text)
  const moment = `${match?.[1] ?? ''}T${match?.[2] ?? '00:00'}:${match?.[3] ?? '00'}`
  return match !== null && isPlainDateTime(moment) ? moment : undefined
}
