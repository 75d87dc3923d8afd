import { Columns3, Minus, Plus } from 'lucide-react'
import { Button, Checkbox, Popover } from '../../../../ui/index.ts'
import { GRID_COLUMNS } from '../../model/grid/ground.ts'
import { textsGrid } from '../../texts-grid.ts'
import { textsColumns as words } from '../../texts-grid-columns.ts'
import styles from './grid.module.css'
import type { GridColumns } from './use-grid-columns.ts'

const STEP_PX = 24

/** Which columns are shown, and how wide: for keys too, besides the edges in the head. */
export function ColumnsButton({ columns }: { readonly columns: GridColumns }) {
  return (
    <Popover position="bottom-end" width={300} trapFocus withinPortal shadow="md">
      <Popover.Target>
        <Button size="xs" variant="subtle" leftSection={<Columns3 size={14} aria-hidden />}>
          {words.columns}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={words.columns}>
        <ul className={styles.columnList}>
          {GRID_COLUMNS.map((column) => {
            const place = columns.placed.find((each) => each.column === column)
            const name = textsGrid.column[column]
            return (
              <li key={column} className={styles.columnLine}>
                <Checkbox
                  size="xs"
                  label={name}
                  checked={place !== undefined}
                  disabled={column === 'title'}
                  onChange={() => columns.toggle(column)}
                />
                {place && (
                  <span className={styles.columnWidth}>
                    <button
                      type="button"
                      className={styles.tool}
                      aria-label={words.narrower(name)}
                      onClick={() => columns.resize(column, place.width - STEP_PX)}
                    >
                      <Minus size={13} aria-hidden />
                    </button>
                    <button
                      type="button"
                      className={styles.tool}
                      aria-label={words.wider(name)}
                      onClick={() => columns.resize(column, place.width + STEP_PX)}
                    >
                      <Plus size={13} aria-hidden />
                    </button>
                  </span>
                )}
              </li>
            )
          })}
        </ul>
        <Button size="xs" variant="default" fullWidth onClick={columns.reset}>
          {words.reset}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
