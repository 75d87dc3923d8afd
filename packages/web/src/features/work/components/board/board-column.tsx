import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Plus } from 'lucide-react'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { useOverscan } from '../../../../ui/index.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import type { WorkGroup } from '../../model/grouping.ts'
import { textsView } from '../../texts-view.ts'
import { GroupCount, GroupSign } from '../list/group-header.tsx'
import { NewItemInput } from '../list/new-item-row.tsx'
import type { LayoutProps } from '../view/layout-props.ts'
import styles from './board.module.css'
import { BoardCard } from './board-card.tsx'
import { useCellDrop } from './use-cell-drop.ts'

type Props = {
  readonly group: WorkGroup
  readonly board: LayoutProps
  readonly canDrag: boolean
  readonly start: number
}

/** What a card is taken to be high before it has been measured. */
const CARD_GUESS_PX = 96

/** One column: its head stays, its cards scroll, and only those in sight are in the document. */
export function BoardColumn({ group, board, canDrag, start }: Props) {
  const { lookup, selection, handlers, field } = board
  const scroller = useRef<HTMLDivElement>(null)
  const column = useRef<HTMLElement>(null)
  const isOver = useCellDrop(column, { groupKey: group.key, canDrag })
  useScrollWhileDragging(scroller, canDrag)
  const { items } = group
  // With another function the window measures every card anew.
  const keyOf = useCallback((index: number) => items[index]?.id ?? index, [items])
  const virtual = useVirtualizer({
    count: group.items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_GUESS_PX,
    getItemKey: keyOf,
    gap: 6,
    overscan: useOverscan(4),
    paddingStart: 2,
    paddingEnd: 8,
  })
  const { cursor } = selection
  useScrollTo(cursor, virtual, (id) => group.items.findIndex((item) => item.id === id))
  return (
    <section
      ref={column}
      className={styles.column}
      data-over={isOver || undefined}
      style={{ insetInlineStart: start }}
      aria-label={textsView.column(group.label, group.items.length)}
    >
      <header className={styles.columnHead}>
        <GroupSign group={group} field={field} lookup={lookup} />
        <span className={styles.columnName} title={group.label}>
          {group.label}
        </span>
        <GroupCount group={group} field={field} />
        {board.canCreate && (
          <button
            type="button"
            className="plain-button"
            data-create-in={group.key}
            aria-label={textsView.addTo(group.label)}
          >
            <Plus size={14} strokeWidth={1.75} aria-hidden />
          </button>
        )}
      </header>
      {board.creatingIn === group.key && (
        <div className={styles.create}>
          <NewItemInput
            label={textsView.addTo(group.label)}
            onClose={() => handlers.onCreateIn(null)}
            onCreate={(titles) => handlers.onCreate(group.key, titles)}
          />
        </div>
      )}
      <div ref={scroller} className={styles.cards}>
        <div role="list" className={styles.canvas} style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start: top }) => {
            const item = group.items[index]
            return (
              item && (
                <div
                  key={key}
                  role="presentation"
                  ref={virtual.measureElement}
                  data-index={index}
                  className={styles.slot}
                  style={{ transform: `translateY(${String(top)}px)` }}
                >
                  <BoardCard
                    id={`${board.gridId}-${item.id}`}
                    item={item}
                    groupKey={group.key}
                    lookup={lookup}
                    isSelected={selection.selected.has(item.id)}
                    isCursor={cursor === item.id}
                    isPeeked={board.peekedKey === item.key}
                    canDrag={canDrag}
                    hidesState={field === 'state'}
                  />
                </div>
              )
            )
          })}
        </div>
        {group.items.length === 0 && <p className={styles.emptyColumn}>{textsView.emptyColumn}</p>}
      </div>
    </section>
  )
}

/** Cards held at the upper or lower edge of a column scroll it. */
function useScrollWhileDragging(element: RefObject<HTMLElement | null>, canDrag: boolean): void {
  useEffect(() => {
    const cards = element.current
    return cards && canDrag ? autoScrollForElements({ element: cards }) : undefined
  }, [element, canDrag])
}
