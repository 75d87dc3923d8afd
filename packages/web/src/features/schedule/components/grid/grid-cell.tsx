import type { PlanRowView } from '@millrace/contract'
import { ChevronRight } from 'lucide-react'
import { memo } from 'react'
import { formatDay } from '../../../../ui/index.ts'
import { textOf } from '../../model/grid/cell-text.ts'
import { DAY_COLUMNS, type GridColumn, type GridGround } from '../../model/grid/ground.ts'
import { textsGrid } from '../../texts-grid.ts'
import { textsLines } from '../../texts-grid-lines.ts'
import styles from './grid.module.css'

type Props = {
  readonly row: PlanRowView | null
  readonly column: GridColumn
  readonly ground: GridGround
  readonly isFolded: boolean
  readonly onFold: (itemId: string) => void
}

/** What a cell says, as people read it. */
export const CellText = memo(function CellText({ row, column, ground, isFolded, onFold }: Props) {
  if (row === null) {
    return column === 'title' ? <span className={styles.empty}>{textsGrid.emptyRow}</span> : null
  }
  const text = textOf(column, row, ground)
  const shown = DAY_COLUMNS.has(column) && text !== '' ? formatDay(text) : text
  const said = (
    <span className={styles.text} title={shown}>
      {shown}
    </span>
  )
  if (column !== 'title') return said
  return (
    <span className={styles.title}>
      {row.isSummary ? (
        <button
          type="button"
          tabIndex={-1}
          className={styles.fold}
          data-open={!isFolded || undefined}
          aria-label={isFolded ? textsLines.unfold(row.title) : textsLines.fold(row.title)}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onFold(row.itemId)}
        >
          <ChevronRight size={12} aria-hidden />
        </button>
      ) : (
        <span className={styles.noFold} />
      )}
      {said}
    </span>
  )
})
