import type { Instant } from '@millrace/core/kernel'
import { type DateOrder, parseDate } from '../dates/index.ts'
import type { JiraBoard } from './jira-board.ts'
import type { JiraOptions } from './jira-options.ts'
import type { TableColumns } from './table-columns.ts'

/** What a row is read with. */
export type RowContext = Pick<JiraOptions, 'momentOf'> & {
  readonly columns: TableColumns
  readonly board: JiraBoard
  /** Which comes first in dates of numbers. */
  readonly order: DateOrder | undefined
}

/** A moment as Jira writes it where it was exported; null when it is none. */
export function readMoment(text: string, { momentOf, order }: RowContext): Instant | null {
  const parsed = text === '' ? null : parseDate(text, order ? { order } : {})
  if (!parsed?.ok) return null
  const { date, time = '00:00:00', offsetMin } = parsed.value
  if (offsetMin === undefined) return momentOf(`${date}T${time}`)
  return Date.parse(`${date}T${time}Z`) - offsetMin * 60_000
}
