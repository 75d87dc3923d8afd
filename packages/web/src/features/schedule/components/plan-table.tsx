import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type CSSProperties, type ReactNode, useRef } from 'react'
import { useOverscan } from '../../../ui/index.ts'
import styles from './plan-table.module.css'

/** A column of a table of a plan. */
export type PlanColumn<Row> = {
  readonly id: string
  readonly name: string
  /** As a grid track: `120px`, `minmax(160px, 1fr)`. */
  readonly width: string
  readonly align?: 'end'
  readonly isSortable?: boolean
  readonly cell: (row: Row) => ReactNode
}

export type PlanSort = { readonly id: string; readonly isDescending: boolean }

type Props<Row> = {
  /** Spoken name of the table. */
  readonly label: string
  readonly columns: readonly PlanColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly isChosen?: (row: Row) => boolean
  readonly sort?: PlanSort
  readonly onSort?: (id: string) => void
  readonly onRow?: (row: Row) => void
}

const ROW_PX = 30

/** A table of which only the rows in sight are drawn. The first column stays while one scrolls to the side. */
export function PlanTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf } = props
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(8),
  })
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      role="table"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={rows.length + 1}
      // Every row takes the widths of the columns from here; React's type lacks properties of one's own.
      style={{ '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties}
    >
      <PlanTableHead {...props} />
      <div role="rowgroup" className={styles.body} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row !== undefined && (
              <div
                key={keyOf(row)}
                role="row"
                className={styles.row}
                aria-rowindex={index + 2}
                data-chosen={props.isChosen?.(row) || undefined}
                style={{ transform: `translateY(${String(start)}px)` }}
                onClick={() => props.onRow?.(row)}
              >
                {columns.map((column) => (
                  <span key={column.id} role="cell" className={styles.cell} data-align={column.align}>
                    {column.cell(row)}
                  </span>
                ))}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

function PlanTableHead<Row>({ columns, sort, onSort }: Props<Row>) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        {columns.map((column) => {
          const isSorted = sort?.id === column.id
          const direction = isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined
          return (
            <span
              key={column.id}
              role="columnheader"
              className={styles.headCell}
              data-align={column.align}
              aria-sort={direction}
            >
              {column.isSortable ? (
                <button type="button" className={styles.sort} onClick={() => onSort?.(column.id)}>
                  {column.name}
                  {direction === 'descending' && <ArrowDown size={11} aria-hidden />}
                  {direction === 'ascending' && <ArrowUp size={11} aria-hidden />}
                </button>
              ) : (
                column.name
              )}
            </span>
          )
        })}
      </div>
    </div>
  )
}
