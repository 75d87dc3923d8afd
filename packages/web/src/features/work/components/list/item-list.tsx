import { useVirtualizer } from '@tanstack/react-virtual'
import { useMemo, useRef } from 'react'
import { useOverscan, useRowHeight } from '../../../../ui/index.ts'
import { useMeasureAnew } from '../../hooks/use-measure-anew.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import { useStartAt } from '../../hooks/use-start-at.ts'
import { keyOfRow, type Row, Rows } from '../../model/rows.ts'
import { textsView } from '../../texts-view.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import { GroupHeader } from './group-header.tsx'
import styles from './item-list.module.css'
import { ItemRow } from './item-row.tsx'
import { NewItemRow } from './new-item-row.tsx'

type Props = LayoutProps & {
  /** The group that is at the top at first. */
  readonly startAt?: string | undefined
}

/** Items one under the other, gathered into groups. Only what is in sight is in the document. */
export function ItemList(props: Props) {
  const { groups, field, lookup, folded, selection, handlers, canCreate, hasHeaders } = props
  const scroller = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const rows = useMemo(
    () => new Rows(groups, { folded, hasHeaders, canCreate }),
    [groups, folded, hasHeaders, canCreate],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: useOverscan(6),
    scrollPaddingStart: hasHeaders ? rowHeight : 0,
    scrollPaddingEnd: rowHeight,
  })
  useMeasureAnew(virtual, rowHeight)
  useScrollTo(selection.cursor, virtual, (id) => rows.indexOfItem(id))
  // The line to write on may be far below: it has to be there before a letter is typed.
  useScrollTo(props.creatingIn, virtual, (key) => rows.indexOfCreate(key))
  useStartAt(props.startAt, virtual, (key) => rows.indexOfHeader(key))
  const first = rows.at(virtual.range?.startIndex ?? 0)
  return (
    <div
      ref={scroller}
      id={props.gridId}
      className={styles.list}
      role="grid"
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={rows.length}
      aria-multiselectable
      aria-activedescendant={selection.cursor === null ? undefined : rowId(props.gridId, selection.cursor)}
      onClick={(event) => readClick(event, handlers)}
      onDoubleClick={(event) => readClick(event, handlers)}
      onKeyDown={(event) => {
        // Space would scroll the list; the key map peeks instead.
        if (event.key === ' ' && event.target === event.currentTarget) event.preventDefault()
      }}
    >
      {hasHeaders && first && virtual.scrollOffset !== null && virtual.scrollOffset > 0 && (
        <div className={styles.sticky} aria-hidden>
          <GroupHeader
            group={first.group}
            field={field}
            lookup={lookup}
            isFolded={folded.has(first.group.key)}
            canCreate={canCreate}
            note={props.headerNote?.(first.group.key)}
          />
        </div>
      )}
      <div className={styles.canvas} style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows.at(index)
          return row && <ListLine key={keyOfRow(row)} row={row} top={start} index={index} list={props} />
        })}
      </div>
      {rows.length === 0 && <p className={styles.nothing}>{textsView.nothingFound}</p>}
    </div>
  )
}

/** The id of an item's row, for `aria-activedescendant`. */
export function rowId(gridId: string, itemId: string): string {
  return `${gridId}-${itemId}`
}

type LineProps = {
  readonly row: Row
  readonly top: number
  readonly index: number
  readonly list: LayoutProps
}

function ListLine({ row, top, index, list }: LineProps) {
  const { lookup, selection, handlers } = list
  const { group } = row
  switch (row.kind) {
    case 'header':
      return (
        <GroupHeader
          group={group}
          field={list.field}
          lookup={lookup}
          isFolded={row.isFolded}
          canCreate={list.canCreate}
          note={list.headerNote?.(group.key)}
          rowIndex={index + 1}
          top={top}
        />
      )
    case 'create':
      return (
        <NewItemRow
          groupKey={group.key}
          groupLabel={group.label}
          isOpen={list.creatingIn === group.key}
          rowIndex={index + 1}
          top={top}
          onOpen={() => handlers.onCreateIn(group.key)}
          onClose={() => handlers.onCreateIn(null)}
          onCreate={(titles) => handlers.onCreate(group.key, titles)}
        />
      )
    default:
      return (
        <ItemRow
          id={rowId(list.gridId, row.item.id)}
          item={row.item}
          lookup={lookup}
          isSelected={selection.selected.has(row.item.id)}
          isCursor={selection.cursor === row.item.id}
          isPeeked={list.peekedKey === row.item.key}
          homeId={list.homeId}
          note={list.noteOf?.(row.item.id) ?? null}
          rowIndex={index + 1}
          top={top}
        />
      )
  }
}
