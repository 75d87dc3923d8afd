import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import type { CellPlace } from '../../model/grid/cell-place.ts'
import { lineOf, textOf } from '../../model/grid/cell-text.ts'
import { GRID_COLUMNS } from '../../model/grid/ground.ts'
import { type Pasting, planPaste } from '../../model/grid/paste.ts'
import { textsGrid } from '../../texts-grid.ts'
import type { PlanViewProps } from '../plan-view-props.ts'
import styles from './grid.module.css'
import { cellIdOf, GridRow } from './grid-row.tsx'
import { GridTools } from './grid-tools.tsx'
import { PasteDialog } from './paste-dialog.tsx'
import { useFolded } from './use-folded.ts'
import { useGridCells } from './use-grid-cells.ts'
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
  const { shown, folded, ...folding } = useFolded(rows)
  const [pasting, setPasting] = useState<Pasting | null>(null)
  const [note, setNote] = useState<(CellPlace & { readonly text: string }) | null>(null)
  const numbers = useMemo(() => lineOf(rows), [rows])
  const virtual = useVirtualizer({
    count: shown.length + (canWrite ? 1 : 0),
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(8),
    scrollPaddingStart: ROW_PX + 2,
  })
  const cells = useGridCells({
    ...{ ground, rows: shown, columns: GRID_COLUMNS, canWrite },
    pageLines: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / ROW_PX) - 2),
    onClear: ({ firstLine, columns }) => {
      const row = shown[firstLine]
      if (row && columns[0]) door.write({ itemId: row.itemId, column: columns[0] }, '')
    },
    onRemove: () => lines.remove(),
    onPaste: (text, at) => setPasting(planPaste(text, at, { ground, names: textsGrid.column })),
    textOfBlock: ({ firstLine, lastLine, columns }) =>
      shown
        .slice(firstLine, lastLine + 1)
        .map((row) => columns.map((column) => textOf(column, row, ground)).join('\t'))
        .join('\n'),
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
  const activeLine = active?.line
  useEffect(() => {
    if (activeLine !== undefined) scrollToIndex(activeLine, { align: 'auto' })
  }, [activeLine, scrollToIndex])
  const apply = () => {
    if (pasting) door.carryOut(pasting.calls, textsGrid.pasted(pasting.lines.length))
    setPasting(null)
  }
  const noteHere = note && note.line === activeLine && note.column === active?.column ? note.text : null
  return (
    <div className={styles.grid}>
      <GridTools
        lines={lines}
        canWrite={canWrite}
        onFoldAll={folding.foldAll}
        onUnfoldAll={folding.unfoldAll}
      >
        <p className={styles.hint}>{textsGrid.hint}</p>
      </GridTools>
      <div
        ref={scroller}
        className={styles.scroller}
        role="treegrid"
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
        onPointerDown={cells.handlePointerDown}
        onPointerMove={cells.handlePointerMove}
        onDoubleClick={cells.handleDoubleClick}
        onCopy={cells.handleCopy}
        onCut={cells.handleCut}
        onPaste={cells.handlePaste}
      >
        <GridHead />
        <div className={styles.body} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = shown[index]
            return (
              <GridRow
                key={row?.itemId ?? 'new'}
                row={row ?? null}
                line={index}
                number={row ? (numbers.get(row.itemId) ?? 0) : rows.length + 1}
                top={start}
                ground={ground}
                columns={GRID_COLUMNS}
                active={activeLine === index ? (active?.column ?? null) : null}
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
      {pasting && <PasteDialog pasting={pasting} onApply={apply} onClose={() => setPasting(null)} />}
    </div>
  )
}

function GridHead() {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" className={styles.headRow} aria-rowindex={1}>
        <span role="columnheader" className={styles.line} aria-colindex={1}>
          <span className="visually-hidden">{textsGrid.line}</span>
        </span>
        {GRID_COLUMNS.map((column, index) => (
          <span
            key={column}
            role="columnheader"
            aria-colindex={index + 2}
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
