import {
  type DateOrderFinding,
  type DecimalMarkFinding,
  inferDateOrder,
  inferDecimalMark,
  parseDate,
  parseDuration,
  parseMoney,
  parseNumber,
  parsePercent,
  parseTruth,
} from '../dates/index.ts'

/** What the cells of a column are. */
export type ColumnKind =
  | { readonly kind: 'empty' }
  | { readonly kind: 'truth' }
  | { readonly kind: 'date'; readonly order: DateOrderFinding; readonly hasTime: boolean }
  /** Day counts of a spreadsheet that lost its date format. */
  | { readonly kind: 'excel-date' }
  | { readonly kind: 'number'; readonly mark: DecimalMarkFinding; readonly isWhole: boolean }
  | { readonly kind: 'percent'; readonly mark: DecimalMarkFinding }
  | { readonly kind: 'money'; readonly mark: DecimalMarkFinding; readonly currency: string }
  | { readonly kind: 'duration' }
  | { readonly kind: 'email' }
  /** Few different words, often repeated: states, types, priorities. */
  | { readonly kind: 'choice' }
  | { readonly kind: 'text' }

/** A kind with the share (0..1) of filled cells that are of it. */
export type KindFinding = { readonly kind: ColumnKind; readonly share: number }

/** A column is of a kind when this share of its cells is; the rest are told row by row on import. */
const ENOUGH = 0.9
/** Day counts from 1954 to 2119: years and ordinary amounts rarely fall there together. */
const SERIAL_FROM = 20_000
const SERIAL_TO = 80_000
const MOST_CHOICES = 30
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]{1,190}\.[^\s@<>,;.]{2,24}$/
const WITH_TIME = /\d{1,2}[:h]\d{2}/

/**
 * Finds the kind of a column from its filled cells.
 *
 * @param cells filled cells, trimmed
 * @param expectsDate whether the header promises a date: then plain numbers may be day counts
 */
export function findColumnKind(cells: readonly string[], expectsDate: boolean): KindFinding {
  if (cells.length === 0) return { kind: { kind: 'empty' }, share: 1 }
  const finding =
    findNumbers(cells, expectsDate) ??
    findShare(cells, { kind: 'truth' }, (cell) => parseTruth(cell) !== undefined) ??
    findShare(cells, { kind: 'email' }, (cell) => EMAIL.test(cell)) ??
    findDates(cells) ??
    findMoney(cells) ??
    findShare(cells, { kind: 'duration' }, (cell) => isConvention(parseDuration(cell)))
  return finding ?? { kind: { kind: isChoice(cells) ? 'choice' : 'text' }, share: 1 }
}

function findShare(
  cells: readonly string[],
  kind: ColumnKind,
  fits: (cell: string) => boolean,
): KindFinding | undefined {
  const share = cells.filter(fits).length / cells.length
  return share >= ENOUGH ? { kind, share } : undefined
}

/** Whether the cell was read, or lacks only the convention of its column. */
function isConvention(
  read: { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly code: string } },
): boolean {
  return (
    read.ok || read.refusal.code === 'numbers.mark_unknown' || read.refusal.code === 'dates.order_unknown'
  )
}

function findNumbers(cells: readonly string[], expectsDate: boolean): KindFinding | undefined {
  const isDate = expectsDate || cells.every((cell) => /^(?:19|20)\d{6}$/.test(cell))
  if (isDate && findDates(cells) !== undefined) return undefined
  if (expectsDate) {
    const serial = findShare(cells, { kind: 'excel-date' }, isSerial)
    if (serial !== undefined) return serial
  }
  const numbers = cells.filter((cell) => isConvention(parseNumber(cell)))
  const mark = inferDecimalMark(numbers)
  if (numbers.length / cells.length >= ENOUGH) {
    // Only 0 and 1 in a column are a tick, not an amount.
    if (cells.length > 1 && cells.every((cell) => cell === '0' || cell === '1')) return undefined
    const isWhole = numbers.every((cell) => /^[-+−]?\d+$/.test(cell))
    return { kind: { kind: 'number', mark, isWhole }, share: numbers.length / cells.length }
  }
  const percents = cells.filter((cell) => isConvention(parsePercent(cell)))
  const kind: ColumnKind = { kind: 'percent', mark: inferDecimalMark(percents) }
  return findShare(cells, kind, (cell) => isConvention(parsePercent(cell)))
}

function isSerial(cell: string): boolean {
  const value = Number(cell.replace(',', '.'))
  return value >= SERIAL_FROM && value <= SERIAL_TO
}

function findDates(cells: readonly string[]): KindFinding | undefined {
  const dates = cells.filter((cell) => isConvention(parseDate(cell)))
  const share = dates.length / cells.length
  if (share < ENOUGH) return undefined
  const hasTime = dates.some((cell) => WITH_TIME.test(cell))
  return { kind: { kind: 'date', order: inferDateOrder(cells), hasTime }, share }
}

function findMoney(cells: readonly string[]): KindFinding | undefined {
  const currencies = new Map<string, number>()
  const amounts = cells.filter((cell) => {
    const money = parseMoney(cell)
    if (money.ok) currencies.set(money.value.currency, (currencies.get(money.value.currency) ?? 0) + 1)
    return isConvention(money)
  })
  const share = amounts.length / cells.length
  const [currency] = [...currencies].toSorted((a, b) => b[1] - a[1])[0] ?? []
  if (share < ENOUGH || currency === undefined) return undefined
  const mark = inferDecimalMark(amounts.map((cell) => cell.replace(/[\p{L}\p{Sc}]+\.?/gu, '').trim()))
  return { kind: { kind: 'money', mark, currency }, share }
}

function isChoice(cells: readonly string[]): boolean {
  const distinct = new Set(cells)
  return distinct.size <= MOST_CHOICES && distinct.size * 2 <= cells.length
}
