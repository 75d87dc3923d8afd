import type { PlanRowView } from '@millrace/contract'
import { memo } from 'react'
import { type GridColumn, type GridGround, isReadColumn } from '../../model/grid/ground.ts'
import { suggestionsFor } from '../../model/grid/suggestions.ts'
import { fixedBecause } from '../../model/grid/write-cell.ts'
import { textsGrid } from '../../texts-grid.ts'
import styles from './grid.module.css'
import { CellText } from './grid-cell.tsx'
import { GridInput, type LeaveTo } from './grid-input.tsx'
import type { EditedCell } from './use-cell-choice.ts'

type Props = {
  /** Null: the empty line at the end, in which a new item is written. */
  readonly row: PlanRowView | null
  /** Its place among the lines that are shown. */
  readonly line: number
  /** Its number among all lines, by which links name it. */
  readonly number: number
  readonly top: number
  readonly ground: GridGround
  readonly columns: readonly GridColumn[]
  /** Those in sight: only they are drawn. */
  readonly inSight: ReadonlySet<GridColumn>
  readonly active: GridColumn | null
  readonly chosen: readonly GridColumn[] | null
  readonly edited: EditedCell | null
  /** Said at the active cell. */
  readonly note: string | null
  readonly isFolded: boolean
  readonly onFold: (itemId: string) => void
  readonly onSave: (cell: { itemId: string | null; column: GridColumn }, text: string) => string | null
  readonly onLeave: (to: LeaveTo) => void
}

/** The id of a cell, under which it is announced. */
export function cellIdOf({ line, column }: { readonly line: number; readonly column: GridColumn }): string {
  return `plan-cell-${String(line)}-${column}`
}

/** The columns whose cells are set to the end. */
export const NUMBERS: ReadonlySet<GridColumn> = new Set(['duration', 'effort', 'percent', 'float', 'cost'])

/** A line of the grid. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, line, columns, inSight } = props
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={line + 2}
      aria-level={row?.level}
      aria-expanded={row?.isSummary ? !props.isFolded : undefined}
      data-line={line}
      data-summary={row?.isSummary || undefined}
      style={{ transform: `translateY(${String(props.top)}px)` }}
    >
      <span role="rowheader" className={styles.line} aria-colindex={1}>
        {props.number}
      </span>
      {columns.map(
        (column, index) =>
          (inSight.has(column) || props.active === column) && (
            <Cell key={column} {...props} column={column} place={index} />
          ),
      )}
    </div>
  )
})

const INDENT_PX = 14

function Cell(props: Props & { readonly column: GridColumn; readonly place: number }) {
  const { row, line, column, edited, note } = props
  const isActive = props.active === column
  const isChosen = props.chosen?.includes(column) ?? false
  const isFixed = row !== null && fixedBecause(column, row) !== null
  const indent = column === 'title' ? { paddingInlineStart: ((row?.level ?? 1) - 1) * INDENT_PX + 8 } : {}
  return (
    <span
      id={cellIdOf({ line, column })}
      role="gridcell"
      className={styles.cell}
      aria-colindex={props.place + 2}
      aria-selected={isChosen}
      aria-readonly={isFixed || undefined}
      data-column={column}
      data-number={NUMBERS.has(column) || undefined}
      data-fixed={isFixed || undefined}
      data-read={isReadColumn(column) || undefined}
      data-active={isActive || undefined}
      data-chosen={isChosen || undefined}
      // Columns out of sight are not there to count.
      style={{ gridColumn: props.place + 2, ...indent }}
    >
      {edited?.column === column ? (
        <GridInput
          label={textsGrid.cell(textsGrid.column[column], row?.title ?? textsGrid.emptyRow)}
          initial={edited.initial}
          isStopgap={edited.isStopgap}
          isNumber={NUMBERS.has(column)}
          suggest={(text) => suggestionsFor(column, text, props.ground)}
          onSave={(text) => props.onSave({ itemId: row?.itemId ?? null, column }, text)}
          onLeave={props.onLeave}
        />
      ) : (
        <CellText
          row={row}
          column={column}
          ground={props.ground}
          isFolded={props.isFolded}
          onFold={props.onFold}
        />
      )}
      {isActive && note !== null && (
        <span role="alert" className={styles.why}>
          {note}
        </span>
      )}
    </span>
  )
}
