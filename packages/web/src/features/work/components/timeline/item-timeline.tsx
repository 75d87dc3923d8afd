import type { WorkItem } from '@millrace/core/work'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import {
  DAY_MS,
  type Scale,
  type Seen,
  scaleFor,
  scrollAxisTo,
  seenOf,
  useNow,
  useOverscan,
  useRowHeight,
  xOf,
  xOfDay,
  type Zoom,
} from '../../../../ui/index.ts'
import { useMeasureAnew } from '../../hooks/use-measure-anew.ts'
import { type Planned, usePlannedDates } from '../../hooks/use-planned-dates.ts'
import { useScrollTo } from '../../hooks/use-scroll-to.ts'
import { useShiftPlanned } from '../../hooks/use-shift-planned.ts'
import { sideOf } from '../../model/bar-place.ts'
import { daysOf } from '../../model/item-days.ts'
import { onPlannedDays } from '../../model/planned-item.ts'
import { keyOfRow, type Row, Rows } from '../../model/rows.ts'
import { shiftDates } from '../../model/shift.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import type { LayoutProps } from '../view/layout-props.ts'
import { readClick } from '../view/read-click.ts'
import type { WorkViewProps } from '../view/work-view-props.ts'
import styles from './timeline.module.css'
import { TimelineBar } from './timeline-bar.tsx'
import { TimelineHead } from './timeline-head.tsx'
import { TimelineLinks } from './timeline-links.tsx'
import { TimelineGroup, TimelineRow } from './timeline-row.tsx'
import { useTimelineKeys } from './use-timeline-keys.ts'

type Props = LayoutProps & {
  readonly items: readonly WorkItem[]
  readonly zoom: Zoom
  readonly onSettings: WorkViewProps['onSettings']
}

const TREE_PX = 360
const NARROW_TREE_PX = 172
/** The head of the axis, which stays above the rows. */
const HEAD_PX = 48
/** The arrows to bars out of sight need no finer place than this. */
const LOOK_PX = 40

/** Items as bars on a time axis, in the rows and groups of the list. Only what is in sight is drawn. */
export function ItemTimeline(props: Props) {
  const { zoom, onSettings } = props
  const { items, planned, onStep, ...layout } = usePlaced(props)
  const { groups, folded, hasHeaders, selection, handlers } = layout
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const rowHeight = useRowHeight()
  const { seen, left, look } = useSeen(scroller)
  const scale = useScale(items, { zoom, now, timeZone: layout.lookup.organisation.timeZone })
  const rows = useMemo(
    () => new Rows(groups, { folded, hasHeaders, canCreate: false }),
    [groups, folded, hasHeaders],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: useOverscan(6),
    scrollPaddingStart: HEAD_PX,
  })
  useMeasureAnew(virtual, rowHeight)
  useScrollTo(selection.cursor, virtual, (id) => rows.indexOfItem(id))
  const treePx = seen.width < 700 ? NARROW_TREE_PX : TREE_PX
  const showToday = useCallback(
    () => scroller.current && scrollAxisTo(scroller.current, xOf(scale, Date.now()) - 160),
    [scale],
  )
  const show = useCallback(
    (day: string) => scroller.current && scrollAxisTo(scroller.current, xOfDay(scale, day) - 120, 'smooth'),
    [scale],
  )
  useSteadyAxis(scroller, left, scale)
  useTodayAtZoom(zoom, () => {
    showToday()
    look()
  })
  useTimelineKeys({
    layout,
    onStep,
    zoom,
    onZoom: (next) => onSettings({ zoom: next }, 'replace'),
    showToday,
    show,
    scroller,
  })
  return (
    <div className={styles.timeline}>
      <TimelineBar
        zoom={zoom}
        hint={hintOf(items, planned)}
        onZoom={(next) => onSettings({ zoom: next }, 'replace')}
        onToday={showToday}
      />
      <div
        ref={scroller}
        id={layout.gridId}
        className={styles.chart}
        role="grid"
        tabIndex={0}
        aria-label={layout.label}
        aria-rowcount={rows.length + 1}
        aria-multiselectable
        aria-activedescendant={selection.cursor === null ? undefined : `${layout.gridId}-${selection.cursor}`}
        onScroll={look}
        onClick={(event) => readClick(event, handlers)}
        onDoubleClick={(event) => readClick(event, handlers)}
        // The places of bars and lines follow from these.
        style={
          {
            '--tree': `${String(treePx)}px`,
            '--axis': `${String(scale.days * scale.pxPerDay)}px`,
          } as CSSProperties // React's type lacks properties of one's own.
        }
      >
        <TimelineHead scale={scale} seen={seen} treePx={treePx} now={now} />
        <div className={styles.canvas} role="rowgroup" style={{ blockSize: virtual.getTotalSize() }}>
          <TimelineLinks
            links={planned.links}
            rows={rows}
            visible={virtual.getVirtualItems()}
            scale={scale}
            rowPx={rowHeight}
            cursor={selection.cursor}
          />
          {virtual.getVirtualItems().map(({ index, start }) => {
            const row = rows.at(index)
            return (
              row && (
                <Line
                  key={keyOfRow(row)}
                  row={row}
                  rowIndex={index + 2}
                  top={start}
                  layout={layout}
                  planned={planned}
                  scale={scale}
                  seen={{ left: seen.left, width: seen.width - treePx }}
                  onShow={show}
                />
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

type LineProps = {
  readonly row: Row
  readonly rowIndex: number
  readonly top: number
  readonly layout: LayoutProps
  readonly planned: Planned
  readonly scale: Scale
  /** The part of the axis in sight beside the names. */
  readonly seen: Seen
  readonly onShow: (day: string) => void
}

function Line({ row, rowIndex, top, layout, planned, scale, seen, onShow }: LineProps) {
  const { group } = row
  if (row.kind !== 'item') {
    return <TimelineGroup group={group} layout={layout} rowIndex={rowIndex} top={top} />
  }
  const { item } = row
  const { selection, lookup } = layout
  return (
    <TimelineRow
      id={`${layout.gridId}-${item.id}`}
      item={item}
      planned={planned.datesOf.get(item.id) ?? null}
      lookup={lookup}
      homeId={layout.homeId}
      scale={scale}
      away={sideOf(item, scale, seen)}
      isSelected={selection.selected.has(item.id)}
      isCursor={selection.cursor === item.id}
      isPeeked={layout.peekedKey === item.key}
      rowIndex={rowIndex}
      top={top}
      onShift={layout.handlers.onShift}
      onShow={onShow}
    />
  )
}

function hintOf(items: readonly WorkItem[], { isMissing }: Planned): string | null {
  if (isMissing) return textsTimeline.plansMissing
  return items.every((item) => daysOf(item) === null) ? textsTimeline.undated : null
}

/** The items on the days of their plans. Those are moved in the plans; whatever is marked besides stays. */
function usePlaced(props: Props) {
  const { items, groups, lookup } = props
  const { timeZone } = lookup.organisation
  const planned = usePlannedDates(items, lookup)
  const { shift, ghosts } = useShiftPlanned(planned, lookup)
  const place = useCallback(
    (item: WorkItem) => {
      const placed = onPlannedDays(item, planned.datesOf.get(item.id), timeZone)
      const ghost = ghosts.get(item.id)
      return ghost ? { ...placed, ...shiftDates(placed, ghost.days, ghost.edge) } : placed
    },
    [planned, ghosts, timeZone],
  )
  const move =
    (isStep: boolean): Props['handlers']['onShift'] =>
    (itemId, days, edge) => {
      if (planned.datesOf.has(itemId)) shift({ itemId, days, edge, isStep })
      else props.handlers.onShift(itemId, days, edge)
    }
  return {
    ...props,
    planned,
    items: useMemo(() => items.map(place), [items, place]),
    groups: useMemo(
      () => groups.map((group) => ({ ...group, items: group.items.map(place) })),
      [groups, place],
    ),
    handlers: { ...props.handlers, onShift: move(false) },
    onStep: move(true),
  }
}

/** Which part of the axis is in sight; another value only after a good step sideways. */
function useSeen(scroller: React.RefObject<HTMLDivElement | null>) {
  const [seen, setSeen] = useState<Seen>({ left: 0, width: 1200 })
  const exactLeft = useRef(0)
  const look = useCallback(() => {
    const area = scroller.current
    if (!area) return
    const { left: exact, width } = seenOf(area)
    exactLeft.current = exact
    const left = Math.round(exact / LOOK_PX) * LOOK_PX
    setSeen((before) => (before.left === left && before.width === width ? before : { left, width }))
  }, [scroller])
  return { seen, left: exactLeft, look }
}

/** Each zoom begins at today; later changes must not move what is looked at. */
function useTodayAtZoom(zoom: Zoom, run: () => void): void {
  const shown = useRef<Zoom | null>(null)
  useLayoutEffect(() => {
    if (shown.current === zoom) return
    shown.current = zoom
    run()
  })
}

/** What is looked at stays where it is when the axis begins at another day, as plans that come late may have it. */
function useSteadyAxis(
  scroller: React.RefObject<HTMLDivElement | null>,
  left: React.RefObject<number>,
  scale: Scale,
): void {
  const before = useRef(scale)
  useLayoutEffect(() => {
    const { originMs, zoom, pxPerDay } = before.current
    before.current = scale
    const area = scroller.current
    const shift = ((originMs - scale.originMs) / DAY_MS) * pxPerDay
    if (area && zoom === scale.zoom && shift !== 0) scrollAxisTo(area, left.current + shift)
  }, [scroller, left, scale])
}

type When = { readonly zoom: Zoom; readonly now: number; readonly timeZone: string }

/** An axis for all the days written on items; it moves on with the day, not with every tick of the clock. */
function useScale(items: readonly WorkItem[], { zoom, now, timeZone }: When): Scale {
  const [first, last] = useMemo(() => firstAndLast(items), [items])
  const today = Math.floor(now / 86_400_000) * 86_400_000
  return useMemo(() => {
    const moments = [first, last].flatMap((day) => (day === null ? [] : [Date.parse(`${day}T12:00:00Z`)]))
    return scaleFor(moments, { zoom, now: today, timeZone })
  }, [first, last, zoom, today, timeZone])
}

function firstAndLast(items: readonly WorkItem[]): readonly [string | null, string | null] {
  let [first, last]: (string | null)[] = [null, null]
  for (const item of items) {
    const days = daysOf(item)
    if (!days) continue
    if (!first || days.first < first) first = days.first
    if (!last || days.last > last) last = days.last
  }
  return [first ?? null, last ?? null]
}
