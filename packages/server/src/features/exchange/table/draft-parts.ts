import type { ImportColumn } from '@millrace/contract'
import type { Instant, Result } from '@millrace/core/kernel'
import type { Priority } from '@millrace/core/work'
import {
  durationMinutes,
  type ParsedDate,
  parseDate,
  parseDuration,
  parseExcelSerial,
  parseTruth,
} from '@millrace/formats/dates'
import { dayStart } from '../../../platform/time-zone.ts'
import { matchPriority } from '../match-priority.ts'
import { createLocalClock } from '../plan/local-moment.ts'
import type { Problem } from '../problem-list.ts'
import { USUAL_UNITS } from '../usual-units.ts'
import type { TableSurvey } from './survey-table.ts'
import { cellOf } from './table-columns.ts'

/** A row being turned into an item. */
export type RowContext = {
  readonly line: number
  readonly cells: readonly string[]
  readonly survey: TableSurvey
  readonly tell: (problem: Problem) => void
}

/** A hundred years of eight-hour days, as items allow at most. */
const EFFORT_MAX_MIN = 100 * 250 * 480
/** Tells a problem of one cell. */
export function tellCell(
  row: RowContext,
  column: ImportColumn,
  problem: { readonly code: string; readonly params?: Problem['params'] },
): void {
  const name = row.survey.columns.names[column.column]
  row.tell({ ...problem, severity: 'warning', line: row.line, column: name })
}

/** The day in a cell; null when it is empty or cannot be read. */
export function readDay(row: RowContext, column: ImportColumn | undefined): string | null {
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return null
  const order = row.survey.dateOrders.get(column.column)
  const parsed: Result<ParsedDate> = /^\d{5}([.,]\d+)?$/.test(text)
    ? parseExcelSerial(text)
    : parseDate(text, order ? { order } : {})
  if (parsed.ok) return parsed.value.date
  tellCell(row, column, { code: parsed.refusal.code, params: { text: text.slice(0, 60) } })
  return null
}

/**
 * The moment in a cell, where the organisation is if it names no zone; null when it is empty or
 * cannot be read.
 */
export function readMoment(
  row: RowContext,
  column: ImportColumn | undefined,
  timeZone: string,
): Instant | null {
  const day = readDay(row, column)
  if (day === null || !column) return null
  const text = cellOf(row.cells, column)
  const order = row.survey.dateOrders.get(column.column)
  const parsed = parseDate(text, order ? { order } : {})
  if (!parsed.ok || parsed.value.time === undefined) return dayStart(day, timeZone)
  const { time, offsetMin } = parsed.value
  if (offsetMin !== undefined) return Date.parse(`${day}T${time}Z`) - offsetMin * 60_000
  return createLocalClock(timeZone)(`${day}T${time}`)
}

/** Minutes of work in a cell; null when it is empty or cannot be read. */
export function readEffort(row: RowContext, column: ImportColumn | undefined): number | null {
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return null
  const mark = row.survey.marks.get(column.column)
  const parsed = parseDuration(text, { defaultUnit: column.unit ?? 'hour', ...(mark ? { mark } : {}) })
  if (!parsed.ok) {
    tellCell(row, column, { code: parsed.refusal.code, params: { text: text.slice(0, 60) } })
    return null
  }
  const minutes = Math.round(durationMinutes(parsed.value, USUAL_UNITS))
  if (minutes >= 0 && minutes <= EFFORT_MAX_MIN) return minutes
  tellCell(row, column, { code: 'import.effort_wrong', params: { value: text.slice(0, 60) } })
  return null
}

/** The priority in a cell; none when it is empty or unknown. */
export function readPriority(row: RowContext, column: ImportColumn | undefined): Priority {
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return 0
  const priority = matchPriority(column.values?.[text] ?? text)
  if (priority !== null) return priority
  tellCell(row, column, { code: 'import.priority_unknown', params: { value: text.slice(0, 60) } })
  return 0
}

/** Whether a cell says yes. */
export function readTruth(row: RowContext, column: ImportColumn | undefined): boolean {
  const text = cellOf(row.cells, column)
  if (text === '' || !column) return false
  const truth = parseTruth(text)
  if (truth === undefined)
    tellCell(row, column, { code: 'import.milestone_unreadable', params: { value: text.slice(0, 60) } })
  return truth ?? false
}

/** A short text as it stands, or null. */
export function readText(row: RowContext, column: ImportColumn | undefined): string | null {
  const text = cellOf(row.cells, column)
  return text === '' ? null : text.slice(0, TEXT_MAX)
}

/** Role, practice, resources and artifact are a few words. */
const TEXT_MAX = 200
