import { err, type Instant, ok, type Result } from '@millrace/core/kernel'
import type { CsvReport, CsvRow } from '../csv/index.ts'
import {
  createBoardBuilder,
  orderOfDates,
  type TableClock,
  type TrackerBoard,
  type TrackerItem,
  type TrackerLink,
  tellTable,
} from '../tracker/index.ts'
import { type BoardRow, boardRows, filledRows, isAlone, isItemHeader } from './board-rows.ts'
import { columnsOf } from './column-roles.ts'
import { readItem } from './read-item.ts'
import { isUpdatesHeader, readUpdates, type Update } from './read-updates.ts'

/** A sheet of the file, row by row; a table without sheets is one. */
export type MondaySheet = { readonly rows: readonly CsvRow[] }

/** What an export of monday holds. */
export type MondaySource = {
  readonly sheets: readonly MondaySheet[]
  /** The moment of a local `YYYY-MM-DDTHH:MM:SS`. */
  readonly momentOf: (local: string) => Instant | null
  /** How the table was, when the file is one. */
  readonly report?: CsvReport
}

/** Columns that boards begin with; one of them stands beside the names. */
const USUAL = /^(person|people|owner|status|date|due date|priority|timeline( - start)?)$/

/** A title, a description and a group stand above the first header. */
const ROWS_LOOKED_AT = 30

/**
 * Whether rows are the beginning of an exported board: a title, the name of a group, and the header
 * that begins with `Name` and has a column that only monday has, or one that its boards begin with.
 */
export function isMondayRows(given: readonly CsvRow[]): boolean {
  const rows = filledRows(given.slice(0, ROWS_LOOKED_AT))
  const at = rows.findIndex(isItemHeader)
  const header = rows[at]
  if (!header || !isAlone(rows[at - 1])) return false
  const { names } = columnsOf(header.cells)
  if (names.includes('subitems') || names.includes('item id (auto generated)')) return true
  return at > 1 && isAlone(rows[0]) && names.some((name) => USUAL.test(name))
}

/**
 * A board that monday exported: groups are labels, or states where there is no status; sub-items
 * lie below their items, and the sheet of updates is what was said about them.
 *
 * @returns refused with `monday.no_board`
 * @see https://support.monday.com/hc/en-us/articles/360002543719
 */
export function readMonday({ sheets, momentOf, report }: MondaySource): Result<TrackerBoard> {
  const board = sheets.find(({ rows }) => isMondayRows(rows))
  if (!board) return err({ code: 'monday.no_board' })
  const builder = createBoardBuilder()
  if (report) tellTable(report, builder.problems)
  const { title, rows } = boardRows(filledRows(board.rows), builder.problems)
  const updateRows = sheets.find(({ rows: each }) => each.some(isUpdatesHeader))?.rows ?? []
  const clock = { momentOf, order: orderOfDates(datesIn(rows)) }
  const items = itemsOf(rows, { ...clock, builder })
  const updates = readUpdates(updateRows, { momentOf, order: undefined, builder })
  const find = finderOf(items)
  const said = Map.groupBy(updates, (update) => find(update)?.ref)
  for (const item of items)
    builder.addItem({ ...item, comments: said.get(item.ref)?.map(({ comment }) => comment) ?? [] })
  for (const { line, itemName } of said.get(undefined) ?? [])
    builder.problems.tell({
      code: 'tracker.item_unknown',
      line,
      subject: itemName,
      params: { what: 'comment' },
    })
  for (const link of linksOf(rows, items)) builder.addLink(link)
  return ok(builder.finish(title))
}

type Builder = ReturnType<typeof createBoardBuilder>

function itemsOf(
  rows: readonly BoardRow[],
  context: TableClock & { readonly builder: Builder },
): readonly TrackerItem[] {
  const refs = new Map(rows.map((each) => [each.row.line, refOf(each)]))
  const areGroupsStates = rows.every(({ columns }) => columns.roles.status < 0)
  return rows.map((each) =>
    readItem(each, {
      ...context,
      areGroupsStates,
      refOf: (line) => refs.get(line) ?? `line ${line}`,
    }),
  )
}

/** Boards need not have a column of ids. */
function refOf({ row, columns }: BoardRow): string {
  const id = (row.cells[columns.roles.id] ?? '').trim()
  return id || `line ${row.line}`
}

function* datesIn(rows: readonly BoardRow[]): Generator<string> {
  for (const { row, columns } of rows) {
    const { due, start } = columns.roles
    for (const index of [due, start]) yield (row.cells[index] ?? '').trim()
  }
}

/** Finds the item of an update by its id, else by its name; of two with one name the first. */
function finderOf(items: readonly TrackerItem[]): (update: Update) => TrackerItem | undefined {
  const byRef = new Map(items.map((item) => [item.ref, item]))
  const byTitle = new Map(items.toReversed().map((item) => [item.title, item]))
  return ({ itemId, itemName }) => byRef.get(itemId) ?? byTitle.get(itemName)
}

/** Items name those they depend on; a name may hold a comma. */
function linksOf(rows: readonly BoardRow[], items: readonly TrackerItem[]): readonly TrackerLink[] {
  const byTitle = new Map(items.map((item) => [item.title, item.ref]))
  return rows.flatMap(({ row, columns }, index) => {
    const text = (row.cells[columns.roles.dependsOn] ?? '').trim()
    const toRef = items[index]?.ref ?? ''
    const whole = byTitle.get(text)
    const named = whole === undefined ? text.split(',').map((name) => byTitle.get(name.trim())) : [whole]
    return named.flatMap((fromRef): TrackerLink[] =>
      fromRef === undefined ? [] : [{ fromRef, toRef, kind: 'precedes' }],
    )
  })
}
