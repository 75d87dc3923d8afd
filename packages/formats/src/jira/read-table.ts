import { err, ok, type Result } from '@millrace/core/kernel'
import { type CsvReport, type CsvRow, createCsvReader } from '../csv/index.ts'
import { inferDateOrder } from '../dates/index.ts'
import { sortColumns, type TableColumns, type TrackerBoard, tellTable } from '../tracker/index.ts'
import { createJiraBoard } from './jira-board.ts'
import type { JiraOptions } from './jira-options.ts'
import { readRow } from './read-row.ts'

/** Every comment of the issue that has most is a column of its own. */
const COLUMNS_MAX = 10_000
const SAMPLES = 20_000
const DATES = ['created', 'updated', 'due date', 'resolved']

/** The table of all fields that Jira exports, as a board. Columns of many values come many times. */
export function readTable(bytes: Uint8Array, options: JiraOptions): Result<TrackerBoard> {
  const samples: string[] = []
  const surveyed = walk(bytes, options, (row, columns) => {
    for (const name of DATES) {
      const text = columns.first(name, row)
      if (text !== '' && samples.length < SAMPLES) samples.push(text)
    }
  })
  if (!surveyed.ok) return surveyed
  const found = inferDateOrder(samples)
  const order = 'order' in found ? found.order : undefined
  const board = createJiraBoard()
  const projects = new Set<string>()
  const read = walk(bytes, options, (row, columns) => {
    readRow(row, { columns, board, order, momentOf: options.momentOf })
    projects.add(columns.first('project name', row))
  })
  if (!read.ok) return read
  tellTable(read.value, board.problems)
  const [project = ''] = projects
  return ok(linkParents(board.finish(projects.size === 1 ? project : ''), read.value.ids))
}

type Walked = CsvReport & {
  /** Keys of issues by their ids: parents are named by either. */
  readonly ids: ReadonlyMap<string, string>
}

/** Reads the table row by row. The same bytes give the same rows. */
function walk(
  bytes: Uint8Array,
  { maxBytes }: JiraOptions,
  visit: (row: CsvRow, columns: TableColumns) => void,
): Result<Walked> {
  const limits = { maxBytes, maxColumns: COLUMNS_MAX }
  const reader = createCsvReader({ header: 'none', limits, keepProblems: 200 })
  const ids = new Map<string, string>()
  let columns: TableColumns | undefined
  const take = (rows: readonly CsvRow[]) => {
    for (const row of rows) {
      if (columns === undefined) {
        columns = sortColumns(row.cells)
        continue
      }
      ids.set(columns.first('issue id', row), columns.first('issue key', row))
      visit(row, columns)
    }
  }
  for (let at = 0; at < bytes.length; at += PIECE) {
    const rows = reader.push(bytes.subarray(at, at + PIECE))
    if (!rows.ok) return rows
    take(rows.value)
  }
  const last = reader.end()
  if (!last.ok) return last
  take(last.value)
  if (!columns?.has('issue key')) return err({ code: 'jira.not_issues' })
  return ok({ ...reader.report(), ids })
}

const PIECE = 65_536

function linkParents(board: TrackerBoard, ids: ReadonlyMap<string, string>): TrackerBoard {
  const items = board.items.map((item) => {
    const parent = ids.get(item.parentRef ?? '')
    return parent === undefined || parent === '' ? item : { ...item, parentRef: parent }
  })
  return { ...board, items }
}
