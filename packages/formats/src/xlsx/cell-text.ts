import { parseExcelSerial } from '../dates/index.ts'
import type { NumberKind } from './number-format.ts'

/** What cells are turned into text with. */
export type CellContext = {
  readonly strings: readonly string[]
  /** What the numbers of each style are. */
  readonly kinds: readonly NumberKind[]
  readonly startsIn1904: boolean
}

/** A cell as it is written in the sheet: its type, the number of its style, its value. */
export type RawCell = { readonly type: string; readonly style: string; readonly value: string }

/** Days from the beginning of the one calendar of spreadsheets to that of the other. */
const DAYS_TO_1904 = 1_462

/** The text of a cell, as it would stand in a table: days as `YYYY-MM-DD`, numbers with a point. */
export function cellText({ type, style, value }: RawCell, context: CellContext): string {
  switch (type) {
    case 's':
      return context.strings[Number(value)] ?? ''
    case 'inlineStr':
    case 'str':
      return value
    case 'b':
      return value.trim() === '1' ? 'TRUE' : 'FALSE'
    case 'e':
      return ''
    case 'd':
      return value.trim().replace(/T00:00:00(?:\.0+)?Z?$/, '')
    default:
      return numberText(value.trim(), context.kinds[Number(style || '0')] ?? 'number', context)
  }
}

function numberText(written: string, kind: NumberKind, { startsIn1904 }: CellContext): string {
  const number = Number(written)
  if (written === '' || !Number.isFinite(number)) return written
  if (kind === 'number') return plainNumber(number)
  const isTime = kind === 'elapsed' || (kind === 'clock' && number >= 0 && number < 1)
  return isTime ? elapsedText(number) : dateText(number, kind, startsIn1904)
}

function dateText(number: number, kind: NumberKind, startsIn1904: boolean): string {
  const serial = number + (startsIn1904 ? DAYS_TO_1904 : 0)
  const parsed = parseExcelSerial(String(Number(serial.toFixed(9))))
  if (!parsed.ok) return plainNumber(number)
  const { date, time } = parsed.value
  const isDay = kind === 'day' || time === undefined || time === '00:00:00'
  return isDay ? date : `${date} ${time.replace(/:00$/, '')}`
}

/** Fifteen digits are what spreadsheets calculate with; those behind are noise. */
function plainNumber(number: number): string {
  const rounded = Number(number.toPrecision(15))
  return Math.abs(rounded) < 1e21 && (rounded === 0 || Math.abs(rounded) >= 1e-6)
    ? String(rounded)
    : rounded.toExponential()
}

function elapsedText(days: number): string {
  const minutes = Math.round(days * 1_440)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  return `${minutes < 0 ? '-' : ''}${hours}:${String(rest).padStart(2, '0')}`
}
