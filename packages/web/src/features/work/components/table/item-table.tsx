import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useMemo, useRef } from 'react'
import { useOverscan, useRowHeight } from '../../../../ui/index.ts'
import { useMeasureAnew } from '../../hooks/use-measure-anew.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import type { Column } from '../../model/columns/column.ts'
import { keyOfRow, type Row, Rows } from '../../model/rows.ts'
import type { Sort } from '../../model/view-settings.ts'
import { textsView } from '../../texts-view.ts'
import { GroupHeader } from '../list/group-header.tsx'
import { NewItemRow } from '../list/new-item-row.tsx'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import styles from './item-table.module.css'
import { TableFoot } from './table-foot.tsx'
import { TableHead } from './table-head.tsx'
import { cellId, TableRow } from './table-row.tsx'
import { useCells } from './use-cells.ts'
import { useColumnWidths } from './use-column-widths.ts'

type Props = LayoutProps & {
  readonly columns: readonly Column[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly onSelectAll: () => void
}

/** Items as lines, their properties as columns, every cell editable where it stands. */
export function ItemTable(props: Props) {
  const { groups, folded, selection, handlers, canCreate, columns, hasHeaders } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const [widths, resize] = useColumnWidths()
  const rows = useMemo(
    () => new Rows(groups, { folded, hasHeaders, canCreate }),
    [groups, folded, hasHeaders, canCreate],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: useOverscan(6),
    scrollPaddingStart: rowHeight + 30,
    scrollPaddingEnd: rowHeight,
  })
  useMeasureAnew(virtual, rowHeight)
  const cells = useCells(props, { scroller, rows, rowHeight })
  const { cursor } = selection
  useScrollTo(cursor, virtual, (id) => rows.indexOfItem(id))
  // The line to write on may be far below: it has to be there before a letter is typed.
  useScrollTo(props.creatingIn, virtual, (key) => rows.indexOfCreate(key))
  const template = columns.map((column) => `${String(widths[column.id] ?? column.width)}px`).join(' ')
  const active = cells.active
  return (
    <div
      ref={scroller}
      id={props.gridId}
      className={styles.table}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-multiselectable
      aria-activedescendant={active ? cellId(props.gridId, active.itemId, active.columnId) : undefined}
      onClick={(event) => {
        if (!cells.handleClick(event)) readClick(event, handlers)
      }}
      onDoubleClick={cells.handleDoubleClick}
      onKeyDown={cells.handleKeyDown}
      onCopy={cells.handleCopy}
      onPaste={cells.handlePaste}
      // The columns' widths go to every row through one property.
      style={{ '--columns': `30px ${template} 1fr` } as CSSProperties}
    >
      <TableHead
        columns={columns}
        widths={widths}
        sort={props.sort}
        allSelected={
          selection.selected.size > 0 &&
          groups.every((group) => group.items.every((item) => selection.selected.has(item.id)))
        }
        onSort={props.onSort}
        onResize={resize}
        onSelectAll={props.onSelectAll}
      />
      <div className={styles.canvas} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.at(index)
          return (
            row && (
              <TableLine
                key={keyOfRow(row)}
                row={row}
                top={start}
                index={index}
                table={props}
                cells={cells}
              />
            )
          )
        })}
      </div>
      <TableFoot columns={columns} groups={groups} lookup={props.lookup} rowIndex={rows.length + 2} />
      {rows.length === 0 && <p className={styles.nothing}>{textsView.nothingFound}</p>}
    </div>
  )
}

type LineProps = {
  readonly row: Row
  readonly top: number
  readonly index: number
  readonly table: Props
  readonly cells: ReturnType<typeof useCells>
}

function TableLine({ row, top, index, table, cells }: LineProps) {
  const { group } = row
  const { handlers, selection } = table
  switch (row.kind) {
    case 'header':
      return (
        <GroupHeader
          group={group}
          field={table.field}
          lookup={table.lookup}
          isFolded={row.isFolded}
          canCreate={table.canCreate}
          note={table.headerNote?.(group.key)}
          rowIndex={index + 2}
          top={top}
        />
      )
    case 'create':
      return (
        <NewItemRow
          groupKey={group.key}
          groupLabel={group.label}
          isOpen={table.creatingIn === group.key}
          rowIndex={index + 2}
          top={top}
          onOpen={() => handlers.onCreateIn(group.key)}
          onClose={() => handlers.onCreateIn(null)}
          onCreate={(titles) => handlers.onCreate(group.key, titles)}
        />
      )
    default: {
      const { id, key } = row.item
      return (
        <TableRow
          gridId={table.gridId}
          item={row.item}
          lookup={table.lookup}
          columns={table.columns}
          isSelected={selection.selected.has(id)}
          isCursor={selection.cursor === id}
          isPeeked={table.peekedKey === key}
          activeColumn={cells.active?.itemId === id ? cells.active.columnId : null}
          edited={cells.edited?.itemId === id ? cells.edited : null}
          rowIndex={index + 2}
          top={top}
          onSave={cells.handleSave}
          onLeave={cells.handleLeave}
        />
      )
    }
  }
}
