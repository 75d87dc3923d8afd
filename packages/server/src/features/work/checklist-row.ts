import type { Checklist, ChecklistLine } from '@millrace/core/work'
import { sqlMoment } from '../../platform/db/sql-moment.ts'

/** A checklist as its table row. Moments are milliseconds. */
export type ListRow = {
  readonly id: string
  readonly item_id: string
  readonly name: string
  readonly rank: string
  readonly removed_at: number | null
  readonly version: number
}

/** A line as its table row. Moments are milliseconds, days are text. */
export type LineRow = {
  readonly id: string
  readonly item_id: string
  readonly checklist_id: string
  readonly text: string
  readonly rank: string
  readonly responsible_id: string | null
  readonly due_on: string | null
  readonly done_at: number | null
  readonly done_by: string | null
  readonly sub_item_id: string | null
  readonly removed_at: number | null
  readonly version: number
}

/** The columns of `checklist c`. */
export const LIST_COLUMNS = 'c.id, c.item_id, c.name, c.rank, c.removed_at, c.version'

/** The columns of `checklist_line l`. */
export const LINE_COLUMNS = `l.id, l.item_id, l.checklist_id, l.text, l.rank, l.responsible_id, l.due_on, l.done_at,
  l.done_by, l.sub_item_id, l.removed_at, l.version`

/** The checklist of a row. */
export function toList(row: ListRow): Checklist {
  return {
    id: row.id,
    itemId: row.item_id,
    name: row.name,
    rank: row.rank,
    removedAt: row.removed_at,
    version: row.version,
  }
}

/** The line of a row. */
export function toLine(row: LineRow): ChecklistLine {
  return {
    id: row.id,
    itemId: row.item_id,
    checklistId: row.checklist_id,
    text: row.text,
    rank: row.rank,
    responsibleId: row.responsible_id,
    dueOn: row.due_on,
    doneAt: row.done_at,
    doneBy: row.done_by,
    subItemId: row.sub_item_id,
    removedAt: row.removed_at,
    version: row.version,
  }
}

/** The row of a checklist as JSON for the store. */
export function fromList(list: Checklist) {
  return {
    id: list.id,
    item_id: list.itemId,
    name: list.name,
    rank: list.rank,
    removed_at: sqlMoment(list.removedAt),
    version: list.version,
  }
}

/** The row of a line as JSON for the store. */
export function fromLine(line: ChecklistLine) {
  return {
    id: line.id,
    item_id: line.itemId,
    checklist_id: line.checklistId,
    text: line.text,
    rank: line.rank,
    responsible_id: line.responsibleId,
    due_on: line.dueOn,
    done_at: sqlMoment(line.doneAt),
    done_by: line.doneBy,
    sub_item_id: line.subItemId,
    removed_at: sqlMoment(line.removedAt),
    version: line.version,
  }
}
