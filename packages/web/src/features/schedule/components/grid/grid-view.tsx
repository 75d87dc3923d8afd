import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useEffect, useRef, useState } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { useFolded } from '../../hooks/use-folded.ts'
import type { CellPlace } from '../../model/grid/cell-place.ts'
import { textsGrid } from '../../texts-grid.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import { ColumnsButton } from './columns-button.tsx'
import styles from './grid.module.css'
import { GridHead } from './grid-head.tsx'
import { cellIdOf, GridRow } from './grid-row.tsx'
import { GridTools } from './grid-tools.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useBlockWrites } from './use-block-writes.ts'
import { useGridCells } from './use-grid-cells.ts'
import { useGridColumns } from './use-grid-columns.ts'
import { useGridGround } from './use-grid-ground.ts'
import { useGridLines } from './use-grid-lines.ts'
import { useWriteGrid } from './use-write-grid.ts'

const ROW_PX = 30

/** All rows of a plan as a table that is written in like a spreadsheet. */
export function GridView(props: PlanViewProps) {
  const { rows, canWrite } = props
  const scroller = useRef<HTMLDivElement>(null)
  const ground = useGridGround(props)
  const door = useWriteGrid(ground)
  // A scenario holds no new items.
  const hasNewLine = canWrite && door.closed === null
  const columns = useGridColumns(scroller)
  const { shown, folded, ...folding } = useFolded(rows)
  const [note, setNote] = useState<(CellPlace & { readonly text: string }) | null>(null)
  const writes = useBlockWrites({ ground, rows: shown, columns: columns.columns, door })
  const virtual = useVirtualizer({
    count: shown.length + Number(hasNewLine),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(8),
    scrollPaddingStart: ROW_PX + 2,
  })
  const cells = useGridCells({
    ...{ ground, rows: shown, columns: columns.columns, canWrite, hasNewLine, writes },
    pageLines: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_PX) - 2),
    onRemove: () => lines.remove(),
    onNote: setNote,
    focus: () => scroller.current?.focus({ preventScroll: true }),
  })
  const { choice } = cells
  const { active, block, edited } = choice
  const lines = useGridLines({
    ...{ ground, rows: shown, choice, door, canWrite },
    hasFocus: () => document.activeElement === scroller.current && edited === null,
    onCannot: (text) => active && setNote({ ...active, text }),
    unfold: folding.unfold,
  })
  const { scrollToIndex } = virtual
  const [activeLine, activeColumn] = [active?.line, active?.column]
  useEffect(() => {
    if (activeLine !== undefined) scrollToIndex(activeLine, { align: 'auto' })
  }, [activeLine, scrollToIndex])
  const { show, look } = columns
  useEffect(() => {
    if (activeColumn !== undefined) show(activeColumn)
  }, [activeColumn, show])
  useEffect(look, [look])
  const noteHere = note && note.line === activeLine && note.column === activeColumn ? note.text : null
  // Every line takes the widths of the columns from here; React's type lacks properties of one's own.
  const tracks = { '--columns': columns.tracks, '--width': `${String(columns.width)}px` } as CSSProperties
  return (
    <div className={styles.grid}>
      <GridTools
        lines={lines}
        canWrite={canWrite}
        onFillDown={block && block.lastLine > block.firstLine ? () => writes.fillDown(block) : null}
        onFoldAll={folding.foldAll}
        onUnfoldAll={folding.unfoldAll}
      >
        <p className={styles.hint}>
          {textsGrid.hint} {door.closed !== null && textsGrid.inScenario}
        </p>
        <ColumnsButton columns={columns} />
      </GridTools>
      <div
        ref={scroller}
        className={styles.scroller}
        role="treegrid"
        tabIndex={0}
        aria-label={textsGrid.grid}
        aria-rowcount={virtual.options.count + 1}
        aria-colcount={columns.columns.length + 1}
        aria-multiselectable
        aria-readonly={!canWrite}
        aria-activedescendant={active ? cellIdOf(active) : undefined}
        style={tracks}
        onScroll={look}
        onFocus={cells.handleFocus}
        onKeyDown={cells.handleKeyDown}
        onClick={cells.handleClick}
        onPointerDown={cells.handlePointerDown}
        onPointerMove={cells.handlePointerMove}
        onDoubleClick={cells.handleDoubleClick}
        onCopy={cells.handleCopy}
        onCut={cells.handleCut}
        onPaste={cells.handlePaste}
      >
        <GridHead columns={columns} />
        <div className={styles.body} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index]
            return (
              <GridRow
                key={row?.itemId ?? 'new'}
                row={row ?? null}
                line={index}
                number={row ? (ground.lineOf.get(row.itemId) ?? 0) : rows.length + 1}
                top={start}
                ground={ground}
                columns={columns.columns}
                inSight={columns.inSight}
                active={activeLine === index ? (activeColumn ?? null) : null}
                chosen={block && index >= block.firstLine && index <= block.lastLine ? block.columns : null}
                edited={edited?.line === index ? edited : null}
                note={activeLine === index ? noteHere : null}
                isFolded={row !== undefined && folded.has(row.itemId)}
                onFold={folding.toggle}
                onSave={door.write}
                onLeave={cells.handleLeave}
              />
            )
          })}
        </div>
      </div>
      {writes.asked && (
        <PasteDialog
          title={writes.asked.title}
          pasting={writes.asked.pasting}
          onApply={writes.apply}
          onClose={writes.drop}
        />
      )}
    </div>
  )
}
