import type { CsvRow } from '../csv/index.ts'
import {
  type BoardBuilder,
  sortColumns,
  type TableClock,
  type TrackerComment,
  tableMoment,
} from '../tracker/index.ts'

/** What was said about an item, by the id or the name that the sheet gives it. */
export type Update = {
  readonly itemId: string
  readonly itemName: string
  readonly line: number
  readonly comment: TrackerComment
}

/** Whether a row is the header of the sheet of updates. */
export function isUpdatesHeader({ cells }: CsvRow): boolean {
  const columns = sortColumns(cells)
  return columns.has('update content') && (columns.has('item id') || columns.has('item name'))
}

/** Updates and replies of a sheet, oldest first; no such sheet has none. */
export function readUpdates(
  rows: readonly CsvRow[],
  context: TableClock & { readonly builder: BoardBuilder },
): readonly Update[] {
  const at = rows.findIndex(isUpdatesHeader)
  const columns = sortColumns(rows[at]?.cells ?? [])
  const updates = rows.slice(at + 1).flatMap((row): Update[] => {
    const first = (name: string) => columns.first(name, row)
    const body = first('update content')
    if (at < 0 || body === '') return []
    const author = first('user')
    if (author !== '') context.builder.addPerson({ ref: author, name: author, email: null })
    return [
      {
        itemId: first('item id'),
        itemName: first('item name'),
        line: row.line,
        comment: { authorRef: author || null, at: tableMoment(first('created at'), context), body },
      },
    ]
  })
  return updates.toSorted((a, b) => (a.comment.at ?? 0) - (b.comment.at ?? 0))
}
