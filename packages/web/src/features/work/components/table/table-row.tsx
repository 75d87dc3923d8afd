import type { WorkItem } from '@millrace/core/work'
import { memo } from 'react'
import type { Column } from '../../model/columns/column.ts'
import type { Lookup } from '../../model/lookup.ts'
import { textsView } from '../../texts-view.ts'
import { CellInput, type LeaveCell } from './cell-input.tsx'
import styles from './item-table.module.css'
import { TableCell } from './table-cell.tsx'

/** A cell that is being typed into, with what stood in it or was typed first. */
export type EditedCell = { readonly itemId: string; readonly columnId: string; readonly initial: string }

type Props = {
  readonly gridId: string
  readonly item: WorkItem
  readonly lookup: Lookup
  readonly columns: readonly Column[]
  readonly isSelected: boolean
  readonly isCursor: boolean
  readonly isPeeked: boolean
  /** The column of the active cell, when it is in this row. */
  readonly activeColumn: string | null
  readonly edited: EditedCell | null
  readonly rowIndex: number
  readonly top: number
  readonly onSave: (item: WorkItem, column: Column, text: string) => boolean
  readonly onLeave: (to: LeaveCell) => void
}

/** An item as a line of cells. */
export const TableRow = memo(function TableRow(props: Props) {
  const { gridId, item, lookup, columns, edited, activeColumn } = props
  return (
    <div
      role="row"
      id={`${gridId}-${item.id}`}
      className={styles.row}
      aria-rowindex={props.rowIndex}
      aria-selected={props.isSelected}
      data-item={item.id}
      data-cursor={props.isCursor || undefined}
      data-peeked={props.isPeeked || undefined}
      data-done={item.stateGroup === 'done' || undefined}
      style={{ transform: `translateY(${String(props.top)}px)` }}
    >
      <span role="gridcell" className={styles.tickCell}>
        <button
          type="button"
          tabIndex={-1}
          className={styles.tick}
          data-edit="select"
          role="checkbox"
          aria-checked={props.isSelected}
          aria-label={textsView.select(item.key)}
        />
      </span>
      {columns.map((column, index) => (
        <span
          key={column.id}
          role="gridcell"
          id={cellId(gridId, item.id, column.id)}
          className={styles.cell}
          aria-colindex={index + 2}
          aria-readonly={column.edit === 'none'}
          data-column={column.id}
          data-align={column.align}
          data-active={activeColumn === column.id || undefined}
        >
          {edited?.columnId === column.id ? (
            <CellInput
              label={textsView.cell(column.name, item.key)}
              initial={edited.initial}
              align={column.align}
              onSave={(text) => props.onSave(item, column, text)}
              onLeave={props.onLeave}
            />
          ) : (
            <TableCell column={column} item={item} lookup={lookup} />
          )}
        </span>
      ))}
    </div>
  )
})

/** The id of a cell, for `aria-activedescendant`. */
export function cellId(gridId: string, itemId: string, columnId: string): string {
  return `${gridId}-${itemId}-${columnId}`
}
