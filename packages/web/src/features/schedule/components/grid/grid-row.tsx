import type { PlanRowView } from '@millrace/contract'
import { memo } from 'react'
import { formatDay } from '../../../../ui/index.ts'
import type { CellPlace } from '../../model/grid/cell-place.ts'
import { textOf } from '../../model/grid/cell-text.ts'
import { GRID_COLUMNS, type GridColumn, type GridGround } from '../../model/grid/ground.ts'
import { textsGrid } from '../../texts-grid.ts'
import styles from './grid.module.css'
import { GridInput, type LeaveTo } from './grid-input.tsx'

type Props = {
  /** Null: the empty line at the end, in which a new item is written. */
  readonly row: PlanRowView | null
  readonly line: number
  readonly top: number
  readonly ground: GridGround
  readonly active: GridColumn | null
  readonly chosen: readonly GridColumn[] | null
  readonly edited: { readonly column: GridColumn; readonly initial: string } | null
  readonly onSave: (place: CellPlace, text: string) => string | null
  readonly onLeave: (to: LeaveTo) => void
}

/** The id of a cell, under which it is announced. */
export function cellIdOf({ line, column }: CellPlace): string {
  return `plan-cell-${String(line)}-${column}`
}

const NUMBERS: ReadonlySet<GridColumn> = new Set(['duration', 'percent'])

/** A line of the grid. */
export const GridRow = memo(function GridRow(props: Props) {
  const { row, line, edited } = props
  return (
    <div
      role="row"
      className={styles.row}
      aria-rowindex={line + 2}
      data-summary={row?.isSummary || undefined}
      style={{ transform: `translateY(${String(props.top)}px)` }}
    >
      <span role="rowheader" className={styles.line}>
        {line + 1}
      </span>
      {GRID_COLUMNS.map((column) => (
        <span
          key={column}
          id={cellIdOf({ line, column })}
          role="gridcell"
          className={styles.cell}
          data-line={line}
          data-column={column}
          data-number={NUMBERS.has(column) || undefined}
          data-active={props.active === column || undefined}
          data-chosen={props.chosen?.includes(column) || undefined}
          aria-selected={props.chosen?.includes(column) ?? false}
          style={column === 'title' && row ? { paddingInlineStart: row.level * 14 - 6 } : undefined}
        >
          {edited?.column === column ? (
            <GridInput
              label={textsGrid.cell(textsGrid.column[column], row?.title ?? textsGrid.emptyRow)}
              initial={edited.initial}
              isNumber={NUMBERS.has(column)}
              onSave={(text) => props.onSave({ line, column }, text)}
              onLeave={props.onLeave}
            />
          ) : (
            <CellText row={row} column={column} ground={props.ground} />
          )}
        </span>
      ))}
    </div>
  )
})

type TextProps = Pick<Props, 'row' | 'ground'> & { readonly column: GridColumn }

function CellText({ row, column, ground }: TextProps) {
  if (row === null) {
    return column === 'title' ? <span className={styles.empty}>{textsGrid.emptyRow}</span> : null
  }
  const text = textOf(column, row, ground)
  const isDay = (column === 'start' || column === 'finish') && text !== ''
  const shown = isDay ? formatDay(text) : text
  return (
    <span className={styles.text} title={shown}>
      {column === 'title' && <span className={styles.wbs}>{row.wbs}</span>}
      {shown}
    </span>
  )
}
