import { ok, type Result } from '@millrace/core/kernel'
import type { CsvRow } from '../csv/index.ts'
import {
  type BoardBuilder,
  createBoardBuilder,
  emptyTrackerItem,
  minutesText,
  namesIn,
  orderOfDates,
  readTrackerTable,
  type TableClock,
  type TableColumns,
  type TrackerBoard,
  type TrackerItem,
  type TrackerTime,
  tableMoment,
  tableTime,
  tellTable,
  webAddress,
} from '../tracker/index.ts'
import type { KanboardOptions } from './kanboard-options.ts'

/** Columns without which it is another table, in small letters. */
export const KANBOARD_COLUMNS = ['task id', 'project', 'swimlane', 'column', 'title', 'creation date']

type RowContext = TableClock & {
  readonly builder: BoardBuilder
  readonly columns: TableColumns
  /** Whether the table has work of several lanes. */
  readonly hasLanes: boolean
}

const DATES = ['due date', 'start date', 'creation date', 'completion date']

/** The tasks of a project that Kanboard exports: columns are states, closed tasks are done. */
export function readTable(bytes: Uint8Array, { momentOf, maxBytes }: KanboardOptions): Result<TrackerBoard> {
  const table = readTrackerTable(bytes, {
    maxBytes,
    needed: KANBOARD_COLUMNS,
    otherwise: 'kanboard.no_tasks',
  })
  if (!table.ok) return table
  const { rows, columns, report } = table.value
  const builder = createBoardBuilder()
  tellTable(report, builder.problems)
  const valuesOf = (name: string) =>
    new Set(rows.map((row) => columns.first(name, row)).filter((text) => text !== ''))
  const context: RowContext = {
    builder,
    columns,
    momentOf,
    order: orderOfDates(rows.flatMap((row) => DATES.map((name) => columns.first(name, row)))),
    hasLanes: valuesOf('swimlane').size > 1,
  }
  for (const row of rows) builder.addItem(readRow(row, context))
  const projects = valuesOf('project')
  return ok(builder.finish(projects.size === 1 ? ([...projects][0] ?? '') : ''))
}

function readRow(row: CsvRow, context: RowContext): TrackerItem {
  const { columns, builder, hasLanes } = context
  const first = (name: string) => columns.first(name, row)
  const id = first('task id')
  const column = first('column')
  if (column !== '') builder.addState({ ref: column, name: column, group: null })
  const assignee = addPerson(first('assignee username') || first('assignee'), first('assignee name'), builder)
  const title = first('title')
  const time = (name: string) => readTime({ name, title, row }, context)
  const estimated = hoursOf(first('time estimated'))
  const isClosed = /^closed$/i.test(first('status'))
  return {
    ...emptyTrackerItem,
    ref: id || `line ${row.line}`,
    key: id === '' ? null : `#${id}`,
    line: row.line,
    title,
    description: first('description'),
    stateRef: column || null,
    isDone: isClosed,
    priority: first('priority') || null,
    personRefs: assignee === null ? [] : [assignee],
    reporterRef: addPerson(first('creator') || first('creator username'), first('creator name'), builder),
    starts: time('start date'),
    due: time('due date'),
    effortMin: estimated === 0 ? null : estimated,
    labels: [first('category'), hasLanes ? first('swimlane') : '', ...namesIn(first('tags'))].filter(Boolean),
    url: webAddress(first('reference')),
    fields: readFields(first),
    createdAt: tableMoment(first('creation date'), context),
    finishedAt: isClosed ? tableMoment(first('completion date'), context) : null,
  }
}

/** Notes somebody by the name people sign in with, and what they are called. */
export function addPerson(userName: string, name: string, builder: BoardBuilder): string | null {
  const ref = userName || name
  if (ref === '') return null
  builder.addPerson({ ref, name: name || ref, email: /^\S+@\S+\.\S+$/.test(ref) ? ref : null })
  return ref
}

function readTime(
  { name, title, row }: { readonly name: string; readonly title: string; readonly row: CsvRow },
  context: RowContext,
): TrackerTime | null {
  const text = context.columns.first(name, row)
  const time = tableTime(text, context)
  if (text !== '' && time === null)
    context.builder.problems.tell({
      code: 'tracker.date_unreadable',
      line: row.line,
      subject: title,
      params: { field: name, text: text.slice(0, 60) },
    })
  return time
}

/** Minutes of hours with a decimal point; null when they are none. */
export function hoursOf(text: string): number | null {
  return /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) * 60 : null
}

function readFields(first: (name: string) => string): TrackerItem['fields'] {
  const spent = hoursOf(first('time spent'))
  const fields = [
    { name: 'Reference', value: webAddress(first('reference')) === null ? first('reference') : '' },
    { name: 'Complexity', value: first('complexity').replace(/^0$/, '') },
    { name: 'Time spent', value: spent === null || spent === 0 ? '' : minutesText(spent) },
  ]
  return fields.filter(({ value }) => value !== '')
}
