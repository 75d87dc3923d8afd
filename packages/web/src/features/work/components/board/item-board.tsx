import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useRef } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import { canMoveBetween } from '../../model/moves.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import styles from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import { COLUMN_GAP_PX, COLUMN_PX, LaneBoard } from './lane-board.tsx'
import { useBoardDrop } from './use-board-drop.ts'

/** Groups as columns side by side. Columns out of sight are not in the document, however many there are. */
export function ItemBoard(props: LayoutProps) {
  return props.lanes ? <LaneBoard {...props} lanes={props.lanes} /> : <ColumnBoard {...props} />
}

function ColumnBoard(props: LayoutProps) {
  const { groups, selection, handlers, field } = props
  const scroller = useRef<HTMLDivElement>(null)
  // With another function the window measures every column anew.
  const keyOf = useCallback((index: number) => groups[index]?.key ?? index, [groups])
  const virtual = useVirtualizer({
    horizontal: true,
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    getItemKey: keyOf,
    gap: COLUMN_GAP_PX,
    overscan: useOverscan(1),
    paddingStart: 12,
    paddingEnd: 12,
  })
  useBoardDrop(scroller, handlers.onDrop)
  const { cursor } = selection
  useScrollTo(cursor, virtual, (id) =>
    groups.findIndex((group) => group.items.some((item) => item.id === id)),
  )
  return (
    <div
      ref={scroller}
      id={props.gridId}
      className={styles.board}
      role="group"
      aria-label={props.label}
      tabIndex={cursor === null ? 0 : -1}
      data-board
      onClick={(event) => readClick(event, handlers)}
      onDoubleClick={(event) => readClick(event, handlers)}
    >
      <div className={styles.width} style={{ inlineSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const group = groups[index]
          return (
            group && (
              <BoardColumn
                key={key}
                group={group}
                board={props}
                canDrag={canMoveBetween(field, props.lookup)}
                start={start}
              />
            )
          )
        })}
      </div>
    </div>
  )
}
