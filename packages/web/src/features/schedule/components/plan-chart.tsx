import type { PlanRowView, RelationView } from '@millrace/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { lazyPart } from '../../../platform/lazy-part.ts'
import { scrollAxisTo, seenOf, useNow, useOverscan, xOf } from '../../../ui/index.ts'
import { useBarMoves } from '../hooks/use-bar-moves.ts'
import { useChartKeys } from '../hooks/use-chart-keys.ts'
import { useFolded } from '../hooks/use-folded.ts'
import { useLeaveOut } from '../hooks/use-leave-out.ts'
import { useLinkWords } from '../hooks/use-link-words.ts'
import { useOnChange } from '../hooks/use-on-change.ts'
import { usePlanRanges } from '../hooks/use-plan-ranges.ts'
import { usePlanScale } from '../hooks/use-plan-scale.ts'
import { useReasons } from '../hooks/use-reasons.ts'
import { useRowMenu } from '../hooks/use-row-menu.ts'
import { useSplitBar } from '../hooks/use-split-bar.ts'
import { crews } from '../model/crews.ts'
import { spanOf } from '../model/outline.ts'
import { tiesByRow } from '../model/outside/tie-words.ts'
import { texts } from '../texts.ts'
import { DrawnLinkLine } from './drawn-link-line.tsx'
import { LinksDialog } from './links-dialog.tsx'
import { PlanAxis } from './plan-axis.tsx'
import { PlanLinks } from './plan-links.tsx'
import { PlanPhases } from './plan-phases.tsx'
import { PlanRow, rowIdOf } from './plan-row.tsx'
import { PlanStatus } from './plan-status.tsx'
import type { PlanViewProps } from './plan-view-props.ts'
import { type RowActions, RowMenu } from './row-menu.tsx'
import styles from './schedule.module.css'
import { StatusActions } from './status-actions.tsx'

const SplitDialog = lazyPart(async () => (await import('./split/split-dialog.tsx')).SplitDialog)

const ROW_PX = 30
const HEAD_PX = 52
const PHASES_PX = 26
const TREE_PX = 440
const WIDE_TREE_PX = 580
const NARROW_TREE_PX = 190

/** Outline at the start, time axis at the end, one scroll for both; only what is in sight is drawn. */
export function PlanChart({ plan, rows, containerId, zoom, canWrite, ...props }: PlanViewProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLDivElement>(null)
  const now = useNow()
  const { folded, shown, toggle } = useFolded(rows, finishedSummaries)
  const [cursor, setCursor] = useState<string | null>(null)
  const [linksOf, setLinksOf] = useState<string | null>(null)
  const [splitOf, setSplitOf] = useState<string | null>(null)
  const [seen, setSeen] = useState({ left: 0, width: 1200 })
  const scale = usePlanScale(plan, zoom)
  const whyOf = useReasons(plan, rows)
  const splitBar = useSplitBar(plan, containerId)
  const { moves, drawn } = useBarMoves({
    ...{ plan, containerId, canvas },
    onTrial: props.onTrial,
    movePart: splitBar.movePart,
  })
  const treePx = seen.width < 700 ? NARROW_TREE_PX : seen.width < 1100 ? TREE_PX : WIDE_TREE_PX
  const leaveOut = useLeaveOut({ plan, rows, containerId })
  const onLeaveOut = canWrite ? leaveOut : null
  const width = scale.days * scale.pxPerDay
  const headPx = HEAD_PX + (plan.phases.length > 0 ? PHASES_PX : 0)
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => shown[index]?.itemId ?? index,
    overscan: useOverscan(8),
    // Rows lie below the heads, which stay in sight.
    scrollPaddingStart: headPx,
    scrollPaddingEnd: headPx,
  })
  const look = useCallback(() => {
    const area = scroller.current
    if (area) setSeen(seenOf(area))
  }, [])
  // The same for good, as `toggle` is: a row that has not changed is not drawn anew with its neighbours.
  const show = useCallback((x: number) => {
    if (scroller.current) scrollAxisTo(scroller.current, x - 120, 'smooth')
  }, [])
  const showToday = useCallback(() => {
    if (scroller.current) scrollAxisTo(scroller.current, xOf(scale, Date.now()) - 160)
  }, [scale])
  // Each zoom begins at today, or where the plan is; later changes of it must not move what is looked at.
  useOnChange(zoom, () => {
    if (scroller.current) scrollAxisTo(scroller.current, xOf(scale, firstLook(rows, Date.now())) - 160)
    look()
  })
  const frame = (row: PlanRowView) => row.startAt !== null && show(xOf(scale, row.startAt))
  useChartKeys({
    ...{ shown, folded, cursor, setCursor, toggle, showToday, zoom, onZoom: props.onZoom },
    moves: canWrite ? moves : null,
    frame,
    onLinks: (row) => setLinksOf(row.itemId),
    onCritical: props.onCritical,
    onSplit: (row) => setSplitOf(row.itemId),
    onLeaveOut,
  })
  useOnChange(cursor, () => {
    const index = shown.findIndex((row) => row.itemId === cursor)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const baselineRows = useMemo(
    () => new Map((plan.baseline?.rows ?? []).map((row) => [row.itemId, row])),
    [plan.baseline],
  )
  const crewOf = useMemo(() => crews(plan), [plan])
  const tiesOf = useMemo(() => tiesByRow(plan.outside.links), [plan.outside])
  const { titleOf, linkWords } = useLinkWords(rows)
  const openLink = useCallback((link: RelationView) => setLinksOf(link.toId), [])
  const { menu, handleContextMenu, closeMenu } = useRowMenu({ shown, cursor, setCursor })
  const rowOf = (itemId: string | null) => shown.find((row) => row.itemId === itemId)
  const actionsOf = (itemId: string | null): RowActions => ({
    ...{ moves: canWrite ? moves : null, isFolded: itemId !== null && folded.has(itemId) },
    ...{ onLinks: (row) => setLinksOf(row.itemId), onFrame: frame, onFold: toggle },
    onSplit: (row) => setSplitOf(row.itemId),
    onLeaveOut,
  })
  const ranges = usePlanRanges(plan, rows, containerId)
  const visible = virtual.getVirtualItems()
  const splitRow = splitOf === null ? undefined : rows.find((row) => row.itemId === splitOf)
  return (
    <>
      <div
        ref={scroller}
        className={styles.chart}
        tabIndex={0}
        role="treegrid"
        aria-label={texts.plan}
        aria-rowcount={shown.length}
        data-no-durations={(ranges.size === 0 && rows.every((row) => row.durationMin === null)) || undefined}
        data-no-slack={!plan.settings.isScheduled || undefined}
        aria-activedescendant={
          cursor !== null && visible.some(({ key }) => key === cursor) ? rowIdOf(cursor) : undefined
        }
        onScroll={look}
        onContextMenu={handleContextMenu}
        // The places of bars and lines follow from these.
        style={{ '--tree': `${String(treePx)}px`, '--axis': `${String(width)}px` } as CSSProperties}
      >
        <PlanAxis scale={scale} seen={seen} treePx={treePx} now={now} />
        {plan.phases.length > 0 && <PlanPhases phases={plan.phases} scale={scale} />}
        <div
          ref={canvas}
          className={styles.canvas}
          style={{ blockSize: virtual.getTotalSize() }}
          role="rowgroup"
        >
          <PlanLinks
            links={plan.links}
            rows={shown}
            visible={visible}
            scale={scale}
            rowPx={ROW_PX}
            showsCritical={props.showsCritical}
            cursor={cursor}
            wordsOf={linkWords}
            onLink={openLink}
          />
          {plan.settings.statusAt !== null && (
            <span
              className={styles.statusLine}
              title={texts.statusDate}
              style={{ insetInlineStart: treePx + xOf(scale, plan.settings.statusAt) }}
            />
          )}
          {visible.map(({ index, key, start }) => {
            const row = shown[index]
            return (
              row && (
                <PlanRow
                  key={key}
                  row={row}
                  baseline={baselineRows.get(row.itemId)}
                  range={ranges.get(row.itemId)}
                  scale={scale}
                  top={start}
                  rowIndex={index + 1}
                  isFolded={folded.has(row.itemId)}
                  isCursor={cursor === row.itemId}
                  moves={canWrite ? moves : null}
                  showsCritical={props.showsCritical}
                  why={whyOf(row)}
                  crew={crewOf.get(row.itemId)}
                  outside={tiesOf.get(row.itemId)}
                  seenLeft={seen.left}
                  seenRight={seen.left + seen.width - treePx}
                  onFold={toggle}
                  onCursor={setCursor}
                  onShow={show}
                />
              )
            )
          })}
          {drawn && <DrawnLinkLine drawn={drawn} titleOf={titleOf} />}
        </div>
      </div>
      <PlanStatus {...{ plan, rows, containerId, cursor, whyOf }}>
        <StatusActions {...actionsOf(cursor)} row={rowOf(cursor)} onToday={showToday} />
      </PlanStatus>
      {menu && (
        <RowMenu
          {...actionsOf(menu.row.itemId)}
          row={menu.row}
          target={<span className={styles.menuPlace} style={{ left: menu.x, top: menu.y }} />}
          onClose={closeMenu}
        />
      )}
      {splitRow && (
        <Suspense>
          <SplitDialog row={splitRow} {...{ canWrite, splitBar }} onClose={() => setSplitOf(null)} />
        </Suspense>
      )}
      {linksOf !== null && (
        <LinksDialog
          plan={plan}
          rows={rows}
          itemId={linksOf}
          containerId={containerId}
          canWrite={canWrite}
          onClose={() => setLinksOf(null)}
        />
      )}
    </>
  )
}

/** Today, unless the plan has not begun yet or is over. */
function firstLook(rows: readonly PlanRowView[], now: number): number {
  const { startAt, finishAt } = spanOf(rows, null)
  return Math.max(startAt ?? now, Math.min(now, finishAt ?? now))
}

/** What is done from end to end is folded at first: one comes to see what is going on. */
function finishedSummaries(rows: readonly PlanRowView[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.isSummary && row.percentComplete === 100).map((row) => row.itemId))
}
