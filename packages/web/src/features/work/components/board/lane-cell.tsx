import { Plus } from 'lucide-react'
import { useRef } from 'react'
import type { WorkGroup } from '../../model/grouping.ts'
import { textsView } from '../../texts-view.ts'
import { NewItemInput } from '../list/new-item-row.tsx'
import type { LayoutProps } from '../view/layout-props.ts'
import { BoardCard } from './board-card.tsx'
import styles from './lanes.module.css'
import { useCellDrop } from './use-cell-drop.ts'

type Props = {
  readonly cell: WorkGroup
  readonly laneKey: string
  readonly laneLabel: string
  readonly cellKey: string
  readonly shownCount: number
  readonly board: Omit<LayoutProps, 'lanes'>
  readonly canDrag: boolean
  readonly onMore: () => void
}

/** Where a row and a column meet: its first cards, the way to the others, and the way to add one. */
export function LaneCell(props: Props) {
  const { cell, laneKey, cellKey, shownCount, board, canDrag } = props
  const { selection, handlers } = board
  const element = useRef<HTMLDivElement>(null)
  const isOver = useCellDrop(element, { groupKey: cell.key, laneKey, canDrag })
  const name = `${props.laneLabel}, ${cell.label}`
  const cursorAt = cell.items.findIndex((item) => item.id === selection.cursor)
  // The card that keys have come to is shown, however far down it stands.
  const shown = cell.items.slice(0, Math.max(shownCount, cursorAt + 1))
  const hidden = cell.items.length - shown.length
  return (
    <div ref={element} className={styles.cards} data-over={isOver || undefined}>
      <div role="list" className={styles.list} aria-label={textsView.column(name, cell.items.length)}>
        {shown.map((item) => (
          <BoardCard
            key={item.id}
            id={`${board.gridId}-${item.id}`}
            item={item}
            groupKey={cell.key}
            laneKey={laneKey}
            lookup={board.lookup}
            isSelected={selection.selected.has(item.id)}
            isCursor={selection.cursor === item.id}
            isPeeked={board.peekedKey === item.key}
            canDrag={canDrag}
            hidesState={board.field === 'state'}
          />
        ))}
      </div>
      {hidden > 0 && (
        <button type="button" className={styles.more} onClick={props.onMore}>
          {textsView.showMore(hidden)}
        </button>
      )}
      {board.creatingIn === cellKey && (
        <NewItemInput
          label={textsView.addTo(name)}
          onClose={() => handlers.onCreateIn(null)}
          onCreate={(titles) => handlers.onCreate(cellKey, titles)}
        />
      )}
      {board.canCreate && board.creatingIn !== cellKey && (
        <button
          type="button"
          className={styles.add}
          data-create-in={cellKey}
          aria-label={textsView.addTo(name)}
        >
          <Plus size={14} strokeWidth={1.75} aria-hidden />
        </button>
      )}
    </div>
  )
}
