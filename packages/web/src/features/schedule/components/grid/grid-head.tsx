import { type PointerEvent, useRef } from 'react'
import type { PlacedColumn } from '../../model/grid/columns.ts'
import type { GridColumn } from '../../model/grid/ground.ts'
import { textsGrid } from '../../texts-grid.ts'
import { textsColumns } from '../../texts-grid-columns.ts'
import styles from './grid.module.css'
import { NUMBERS } from './grid-row.tsx'
import type { GridColumns } from './use-grid-columns.ts'

/** The names of the columns. Their edges are drawn to make them wider or narrower. */
export function GridHead({ columns }: { readonly columns: GridColumns }) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        <span role="columnheader" className={styles.line} aria-colindex={1}>
          <span className="visually-hidden">{textsGrid.line}</span>
        </span>
        {columns.placed.map((place, index) => (
          <span
            key={place.column}
            role="columnheader"
            aria-colindex={index + 2}
            className={styles.headCell}
            data-column={place.column}
            data-number={NUMBERS.has(place.column) || undefined}
            title={textsGrid.column[place.column]}
          >
            <span className={styles.headName}>{textsGrid.column[place.column]}</span>
            <Edge place={place} onResize={columns.resize} />
          </span>
        ))}
      </div>
    </div>
  )
}

type EdgeProps = {
  readonly place: PlacedColumn
  readonly onResize: (column: GridColumn, width: number) => void
}

function Edge({ place: { column, width }, onResize }: EdgeProps) {
  const from = useRef<{ readonly x: number; readonly width: number } | null>(null)
  const handleDown = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.currentTarget.setPointerCapture(event.pointerId)
    from.current = { x: event.clientX, width }
  }
  const handleMove = (event: PointerEvent<HTMLElement>) => {
    if (!from.current) return
    const side = document.documentElement.dir === 'rtl' ? -1 : 1
    onResize(column, from.current.width + side * (event.clientX - from.current.x))
  }
  return (
    <span
      className={styles.edge}
      aria-hidden
      title={textsColumns.edge}
      onPointerDown={handleDown}
      onPointerMove={handleMove}
      onPointerUp={() => {
        from.current = null
      }}
    />
  )
}
