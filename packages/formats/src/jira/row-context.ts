import type { DateOrder } from '../dates/index.ts'
import type { TableColumns } from '../tracker/index.ts'
import type { JiraBoard } from './jira-board.ts'
import type { JiraOptions } from './jira-options.ts'

/** What a row is read with. */
export type RowContext = Pick<JiraOptions, 'momentOf'> & {
  readonly columns: TableColumns
  readonly board: JiraBoard
  /** Which comes first in dates of numbers. */
  readonly order: DateOrder | undefined
}
