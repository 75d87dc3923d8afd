import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useRef, useState } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import { cellKeyOf, foldKeyOf, type Lane } from '../../model/lanes.ts'
import { canMoveBetween } from '../../model/moves.ts'
import { textsView } from '../../texts-view.ts'
import { GroupCount, GroupFold, GroupSign } from '../list/group-header.tsx'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import boardStyles from './board.module.css'
import { LaneCell } from './lane-cell.tsx'
import styles from './lanes.module.css'
import { useBoardDrop } from './use-board-drop.ts'

/** The width of a board's columns, and what is between them. */
export const COLUMN_PX = 284
export const COLUMN_GAP_PX = 10
const HEAD_PX = 40
const LANE_GUESS_PX = 320
/** So many cards of a cell are shown at first, and so many more at each request. */
const SHOWN_FIRST = 6
const SHOWN_MORE = 40

type Props = LayoutProps & { readonly lanes: NonNullable<LayoutProps['lanes']> }

/**
 * A board with rows across its columns. Rows and columns out of sight are not in the document; of a
 * full cell the first cards are, and the rest on request.
 */
export function LaneBoard(props: Props) {
  const { groups, lanes, selection, handlers, lookup } = props
  const scroller = useRef<HTMLDivElement>(null)
  const columns = useVirtualizer({
    horizontal: true,
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => COLUMN_PX,
    gap: COLUMN_GAP_PX,
    overscan: useOverscan(3),
    paddingStart: 12,
    paddingEnd: 12,
  })
  const keyOf = useCallback((index: number) => lanes.all[index]?.key ?? index, [lanes])
  const rows = useVirtualizer({
    count: lanes.all.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LANE_GUESS_PX,
    getItemKey: keyOf,
    overscan: useOverscan(1),
    paddingStart: HEAD_PX,
    scrollPaddingStart: HEAD_PX,
  })
  useBoardDrop(scroller, handlers.onDrop)
  const { cursor } = selection
  useScrollTo(cursor, rows, (id) => laneOf(lanes.all, id))
  useScrollTo(cursor, columns, (id) =>
    groups.findIndex((group) => group.items.some((item) => item.id === id)),
  )
  const shown = columns.getVirtualItems()
  const place = { '--columns': groups.length } as CSSProperties // React's type lacks properties of one's own.
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
      <div className={styles.width} style={{ ...place, inlineSize: columns.getTotalSize() }}>
        <div className={styles.heads}>
          {shown.map(({ index, start }) => {
            const group = groups[index]
            return (
              group && (
                <div key={group.key} className={styles.head} style={{ insetInlineStart: start }}>
                  <GroupSign group={group} field={props.field} lookup={lookup} />
                  <span className={boardStyles.columnName} title={group.label}>
                    {group.label}
                  </span>
                  <GroupCount group={group} field={props.field} />
                </div>
              )
            )
          })}
        </div>
        <div style={{ blockSize: rows.getTotalSize() - HEAD_PX }}>
          {rows.getVirtualItems().map(({ index, start, key }) => {
            const lane = lanes.all[index]
            return (
              lane && (
                <section
                  key={key}
                  ref={rows.measureElement}
                  data-index={index}
                  className={styles.lane}
                  style={{ transform: `translateY(${String(start - HEAD_PX)}px)` }}
                  aria-label={textsView.lane(lane.label, lane.items.length)}
                >
                  <LaneRow {...props} lane={lane} columns={shown.map((column) => column.index)} />
                </section>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

type RowProps = Props & { readonly lane: Lane; readonly columns: readonly number[] }

/** One row: its name, and under it a cell for each column in sight. */
function LaneRow({ lane, columns, lanes, ...board }: RowProps) {
  const [more, setMore] = useState<Readonly<Record<string, number>>>({})
  const isFolded = board.folded.has(foldKeyOf(lane))
  const canDrag = canMoveBetween(board.field, board.lookup) && canMoveBetween(lanes.field, board.lookup)
  return (
    <>
      <div className={styles.laneHead}>
        <GroupFold
          group={lane}
          field={lanes.field}
          lookup={board.lookup}
          isFolded={isFolded}
          foldKey={foldKeyOf(lane)}
        />
      </div>
      {!isFolded && (
        <div className={styles.cells}>
          {columns.map((index) => {
            const cell = lane.cells[index]
            return (
              cell && (
                <div key={cell.key} className={styles.cell} style={{ gridColumn: index + 1 }}>
                  <LaneCell
                    cell={cell}
                    laneKey={lane.key}
                    laneLabel={lane.label}
                    cellKey={cellKeyOf(lane, cell)}
                    shownCount={SHOWN_FIRST + (more[cell.key] ?? 0)}
                    board={board}
                    canDrag={canDrag}
                    onMore={() =>
                      setMore((before) => ({ ...before, [cell.key]: (before[cell.key] ?? 0) + SHOWN_MORE }))
                    }
                  />
                </div>
              )
            )
          })}
        </div>
      )}
    </>
  )
}

function laneOf(lanes: readonly Lane[], itemId: string): number {
  return lanes.findIndex((lane) => lane.items.some((item) => item.id === itemId))
}
