import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { usePlanDoor } from '../../hooks/use-plan-door.ts'
import { GRID_COLUMNS } from '../../model/grid/ground.ts'
import { type Pasting, planPaste } from '../../model/grid/paste.ts'
import { textsGrid } from '../../texts-grid.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './grid.module.css'
import { cellIdOf, GridRow } from './grid-row.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useGridCells } from './use-grid-cells.ts'
import { useGridGround } from './use-grid-ground.ts'
import { useWriteGrid } from './use-write-grid.ts'

const ROW_PX = 30

/** All rows of a plan as a table that is written in like a spreadsheet. */
export function GridView(props: PlanViewProps) {
  const { rows, canWrite } = props
  const scroller = useRef<HTMLDivElement>(null)
  const ground = useGridGround(props)
  const write = useWriteGrid(ground)
  const door = usePlanDoor(props.containerId)
  // A scenario holds no new items.
  const hasNewLine = canWrite && door.closed === null
  const [pasting, setPasting] = useState<Pasting | null>(null)
  const virtual = useVirtualizer({
    count: rows.length + Number(hasNewLine),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(8),
    scrollPaddingStart: ROW_PX + 2,
  })
  const cells = useGridCells({
    ground,
    canWrite,
    hasNewLine,
    pageLines: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_PX) - 2),
    onClear: (place) => {
      if (canWrite && rows[place.line]) write(place, '')
    },
    onPaste: (text, at) => setPasting(planPaste(text, at, { ground, names: textsGrid.column })),
    focus: () => scroller.current?.focus({ preventScroll: true }),
  })
  const { active, block, edited } = cells
  const { scrollToIndex } = virtual
  const activeLine = active?.line
  useEffect(() => {
    if (activeLine !== undefined) scrollToIndex(activeLine, { align: 'auto' })
  }, [activeLine, scrollToIndex])
  const apply = () => {
    if (pasting) void door.write(pasting.calls, { undoLabel: textsGrid.pasted(pasting.lines.length) })
    setPasting(null)
  }
  return (
    <div className={styles.grid}>
      <p className={styles.hint}>
        {textsGrid.hint} {door.closed !== null && textsGrid.inScenario}
      </p>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label={textsGrid.grid}
        aria-rowcount={virtual.options.count + 1}
        aria-colcount={GRID_COLUMNS.length + 1}
        aria-multiselectable
        aria-readonly={!canWrite}
        aria-activedescendant={active ? cellIdOf(active) : undefined}
        onFocus={cells.handleFocus}
        onKeyDown={cells.handleKeyDown}
        onClick={cells.handleClick}
        onDoubleClick={cells.handleDoubleClick}
        onCopy={cells.handleCopy}
        onPaste={cells.handlePaste}
      >
        <GridHead />
        <div className={styles.body} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <GridRow
              key={rows[index]?.itemId ?? 'new'}
              row={rows[index] ?? null}
              line={index}
              top={start}
              ground={ground}
              active={activeLine === index ? (active?.column ?? null) : null}
              chosen={block && index >= block.firstLine && index <= block.lastLine ? block.columns : null}
              edited={edited?.line === index ? edited : null}
              onSave={write}
              onLeave={cells.handleLeave}
            />
          ))}
        </div>
      </div>
      {pasting && <PasteDialog pasting={pasting} onApply={apply} onClose={() => setPasting(null)} />}
    </div>
  )
}

function GridHead() {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        <span role="columnheader" className={styles.line}>
          <span className="visually-hidden">{textsGrid.line}</span>
        </span>
        {GRID_COLUMNS.map((column) => (
          <span
            key={column}
            role="columnheader"
            className={styles.headCell}
            data-number={column === 'duration' || column === 'percent' || undefined}
          >
            {textsGrid.column[column]}
          </span>
        ))}
      </div>
    </div>
  )
}
