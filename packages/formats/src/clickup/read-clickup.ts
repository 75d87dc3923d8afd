import { type Instant, ok, type Result } from '@millrace/core/kernel'
import type { CsvRow } from '../csv/index.ts'
import {
  createBoardBuilder,
  isHeaderOf,
  orderOfDates,
  readTrackerTable,
  type TrackerBoard,
  type TrackerTable,
  tellTable,
} from '../tracker/index.ts'
import { type ClickContext, readRow } from './read-row.ts'

/** What a table of ClickUp does not say itself. */
export type ClickUpOptions = {
  /** The moment of a local `YYYY-MM-DDTHH:MM:SS`. */
  readonly momentOf: (local: string) => Instant | null
  readonly maxBytes: number
}

const NEEDED = ['task id', 'task name', 'status', 'list name']
const DATES = ['date created', 'due date', 'start date', 'date closed']

/** Whether the beginning of a file is the header of the table that ClickUp exports. */
export function isClickUpTable(head: string): boolean {
  return isHeaderOf(head, NEEDED)
}

/**
 * The table that ClickUp exports of a space or a list: each task is an item, and where there are
 * several lists, each is a label.
 *
 * @returns refused with `clickup.no_tasks`, or as reading tables is
 * @see https://help.clickup.com/hc/en-us/articles/6310551109527
 */
export function readClickUp(bytes: Uint8Array, { momentOf, maxBytes }: ClickUpOptions): Result<TrackerBoard> {
  const table = readTrackerTable(bytes, { maxBytes, needed: NEEDED, otherwise: 'clickup.no_tasks' })
  if (!table.ok) return table
  const { rows, columns, report } = table.value
  const builder = createBoardBuilder()
  tellTable(report, builder.problems)
  const context: ClickContext = {
    builder,
    columns,
    momentOf,
    order: orderOfDates(rows.flatMap((row) => DATES.map((name) => columns.first(name, row)))),
    custom: customColumns(table.value),
    places: {
      list: valuesOf('list name', table.value),
      folder: valuesOf('folder name', table.value),
      space: valuesOf('space name', table.value),
    },
  }
  for (const row of rows) builder.addItem(readRow(row, context))
  const { list, folder, space } = context.places
  const only = [list, folder, space].find(({ size }) => size === 1)
  return ok(builder.finish([...(only ?? [])][0] ?? ''))
}

/** Different values of a column; `hidden` is the folder of lists in none. */
function valuesOf(name: string, { rows, columns }: TrackerTable): ReadonlySet<string> {
  const values = new Set(rows.map((row: CsvRow) => columns.first(name, row)))
  values.delete('')
  values.delete('hidden')
  return values
}

/** Kinds of custom fields, which stand behind their names. */
const KIND =
  /^(.*\S)\s*\((checkbox|currency|date|drop down|email|emoji|files?|formula|labels?|list relationship|location|number|people|phone|progress|rating|short text|tasks?|text|url|users?|website)\)$/i

function customColumns({ columns }: TrackerTable): ClickContext['custom'] {
  return columns.names.flatMap(({ name, written }) => {
    const [, label, kind = ''] = KIND.exec(written) ?? []
    return label === undefined ? [] : [{ name, label, isDate: kind.toLowerCase() === 'date' }]
  })
}
