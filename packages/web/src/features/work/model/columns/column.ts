import type { WorkItem } from '@millrace/core/work'
import type { Call } from '../../../../platform/store/calls.ts'
import type { Lookup } from '../lookup.ts'

/**
 * How a cell is changed: typed into on the spot, chosen from a list that opens over it, or not at all.
 */
export type CellEdit = 'type' | 'choose' | 'none'

/** A column of the table. */
export type Column = {
  readonly id: string
  readonly name: string
  readonly width: number
  readonly align: 'start' | 'end'
  readonly edit: CellEdit
  /** The field of the query language that a click on the header sorts by. */
  readonly sort: string | null
  /** How a cell comes to its value, where nobody fills it in. */
  readonly hint?: string
  /** Why this person cannot write into it, where others can. */
  readonly lock?: string
  /** What of a cell can be added up, and the sum in words. */
  readonly amount?: (item: WorkItem, lookup: Lookup) => number | null
  readonly total?: (sum: number, lookup: Lookup) => string
  /** The cell as text: what is copied, and what a text cell shows. */
  readonly text: (item: WorkItem, lookup: Lookup) => string
  /** What stands in the field when editing begins, if it is not the shown text. */
  readonly draft?: (item: WorkItem, lookup: Lookup) => string
  /** The command that makes the cell say this, from typing or pasting. Null: the text does not fit. */
  readonly write: (text: string, item: WorkItem, lookup: Lookup) => Call | null
}

/** A column that cannot be written into. */
export function readOnly(
  column: Omit<Column, 'edit' | 'write' | 'align'> & Partial<Pick<Column, 'align'>>,
): Column {
  return { align: 'start', ...column, edit: 'none', write: () => null }
}
