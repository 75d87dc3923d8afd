import { ArrowDown, ArrowUp } from 'lucide-react'
import { type PointerEvent, useRef } from 'react'
import type { Column } from '../../model/columns/column.ts'
import type { Sort } from '../../model/view-settings.ts'
import { textsView } from '../../texts-view.ts'
import styles from './item-table.module.css'

type Props = {
  readonly columns: readonly Column[]
  readonly widths: Readonly<Record<string, number>>
  readonly sort: Sort
  readonly allSelected: boolean
  readonly onSort: (sort: Sort) => void
  readonly onResize: (columnId: string, width: number) => void
  readonly onSelectAll: () => void
}

const MANUAL: Sort = { field: 'manual', descending: false }
const LEAST_PX = 56
const STEP_PX = 16

/** The names above the columns: a click sorts up, down, then back to manual order; the edge resizes. */
export function TableHead(props: Props) {
  const { columns, sort } = props
  return (
    <div role="row" className={styles.head} aria-rowindex={1}>
      <span role="columnheader" className={styles.tickCell}>
        <button
          type="button"
          className={styles.tick}
          data-head
          role="checkbox"
          aria-checked={props.allSelected}
          aria-label={textsView.selectAll}
          onClick={props.onSelectAll}
        />
      </span>
      {columns.map((column) => {
        const isSorted = column.sort !== null && sort.field === column.sort
        return (
          <span
            key={column.id}
            role="columnheader"
            className={styles.headCell}
            data-align={column.align}
            data-column={column.id}
            title={column.hint}
            aria-sort={isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
          >
            {column.sort === null ? (
              <span className={styles.clip}>{column.name}</span>
            ) : (
              <button
                type="button"
                className={styles.sortButton}
                onClick={() => props.onSort(nextSort(sort, column.sort ?? ''))}
              >
                <span className={styles.clip}>{column.name}</span>
                {isSorted &&
                  (sort.descending ? <ArrowDown size={12} aria-hidden /> : <ArrowUp size={12} aria-hidden />)}
              </button>
            )}
            <ResizeEdge
              column={column}
              width={props.widths[column.id] ?? column.width}
              onResize={props.onResize}
            />
          </span>
        )
      })}
    </div>
  )
}

function nextSort(sort: Sort, field: string): Sort {
  if (sort.field !== field) return { field, descending: false }
  return sort.descending ? MANUAL : { field, descending: true }
}

type EdgeProps = {
  readonly column: Column
  readonly width: number
  readonly onResize: (columnId: string, width: number) => void
}

function ResizeEdge({ column, width, onResize }: EdgeProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const resize = (to: number) => onResize(column.id, Math.max(LEAST_PX, Math.round(to)))
  const direction = (event: { readonly currentTarget: Element }) =>
    getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1
  const handleMove = (event: PointerEvent<HTMLElement>) => {
    if (from.current) resize(from.current.width + (event.clientX - from.current.x) * direction(event))
  }
  return (
    <span
      role="separator"
      tabIndex={0}
      className={styles.edge}
      aria-orientation="vertical"
      aria-label={textsView.resize(column.name)}
      aria-valuenow={width}
      aria-valuemin={LEAST_PX}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        from.current = { x: event.clientX, width }
      }}
      onPointerMove={handleMove}
      onPointerUp={() => {
        from.current = null
      }}
      onDoubleClick={() => resize(column.width)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        event.stopPropagation()
        resize(width + (event.key === 'ArrowRight' ? STEP_PX : -STEP_PX) * direction(event))
      }}
    />
  )
}
