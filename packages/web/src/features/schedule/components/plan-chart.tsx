import type { PlanRowView, PlanView } from '@millrace/contract'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useCallback, useMemo, useRef, useState } from 'react'
import { paths, useGo, usePeek, useSlug } from '../../../platform/navigation.ts'
import { useDirectory } from '../../../platform/store/index.ts'
import { useKeys } from '../../../platform/use-keys.ts'
import { scaleFor, scrollAxisTo, seenOf, useNow, useOverscan, xOf, type Zoom } from '../../../ui/index.ts'
import { useOnChange } from '../hooks/use-on-change.ts'
import { useShiftBar } from '../hooks/use-shift-bar.ts'
import { shownRows } from '../model/outline.ts'
import { texts } from '../texts.ts'
import { PlanAxis } from './plan-axis.tsx'
import { PlanLinks } from './plan-links.tsx'
import { PlanPhases } from './plan-phases.tsx'
import { PlanRow } from './plan-row.tsx'
import styles from './schedule.module.css'

type Props = {
  readonly plan: PlanView
  readonly rows: readonly PlanRowView[]
  readonly zoom: Zoom
  readonly canWrite: boolean
}

const ROW_PX = 30
const TREE_PX = 440
const WIDE_TREE_PX = 540
const NARROW_TREE_PX = 190

/** Outline at the start, time axis at the end, one scroll for both; only what is in sight is drawn. */
export function PlanChart({ plan, rows, zoom, canWrite }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const { organisation } = useDirectory()
  const [folded, setFolded] = useState<ReadonlySet<string>>(() => finishedSummaries(rows))
  const [cursor, setCursor] = useState<string | null>(null)
  const [seen, setSeen] = useState({ left: 0, width: 1200 })
  const shown = useMemo(() => shownRows(rows, folded), [rows, folded])
  const scale = useScale(plan, rows, { zoom, now, timeZone: organisation.timeZone })
  const treePx = seen.width < 700 ? NARROW_TREE_PX : seen.width < 1100 ? TREE_PX : WIDE_TREE_PX
  const width = scale.days * scale.pxPerDay
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => shown[index]?.itemId ?? index,
    overscan: useOverscan(8),
    scrollPaddingStart: 52 + (plan.phases.length > 0 ? 26 : 0),
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
  // Each zoom begins at today; later changes of the plan must not move what is looked at.
  useOnChange(zoom, () => {
    showToday()
    look()
  })
  const toggle = useCallback((itemId: string) => setFolded((before) => toggled(before, itemId)), [])
  useChartKeys({ shown, folded, cursor, setCursor, toggle, showToday, canWrite })
  useOnChange(cursor, () => {
    const index = shown.findIndex((row) => row.itemId === cursor)
    if (index >= 0) virtual.scrollToIndex(index, { align: 'auto' })
  })
  const baselineRows = useMemo(
    () => new Map((plan.baseline?.rows ?? []).map((row) => [row.itemId, row])),
    [plan.baseline],
  )
  const visible = virtual.getVirtualItems()
  return (
    <div
      ref={scroller}
      className={styles.chart}
      tabIndex={0}
      role="treegrid"
      aria-label={texts.plan}
      aria-rowcount={shown.length}
      data-no-durations={rows.every((row) => row.durationMin === null) || undefined}
      onScroll={look}
      // The places of bars and lines follow from these.
      style={{ '--tree': `${String(treePx)}px`, '--axis': `${String(width)}px` } as CSSProperties}
    >
      <PlanAxis scale={scale} seen={seen} treePx={treePx} now={now} />
      {plan.phases.length > 0 && <PlanPhases phases={plan.phases} scale={scale} />}
      <div className={styles.canvas} style={{ blockSize: virtual.getTotalSize() }} role="rowgroup">
        <PlanLinks links={plan.links} rows={shown} visible={visible} scale={scale} rowPx={ROW_PX} />
        {visible.map(({ index, key, start }) => {
          const row = shown[index]
          return (
            row && (
              <PlanRow
                key={key}
                row={row}
                baseline={baselineRows.get(row.itemId)}
                scale={scale}
                top={start}
                rowIndex={index + 1}
                isFolded={folded.has(row.itemId)}
                isCursor={cursor === row.itemId}
                canWrite={canWrite}
                seenLeft={seen.left}
                seenRight={seen.left + seen.width - treePx}
                onFold={toggle}
                onCursor={setCursor}
                onShow={show}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

/** What is done from end to end is folded at first: one comes to see what is going on. */
function finishedSummaries(rows: readonly PlanRowView[]): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.isSummary && row.percentComplete === 100).map((row) => row.itemId))
}

type When = { readonly zoom: Zoom; readonly now: number; readonly timeZone: string }

function useScale(plan: PlanView, rows: readonly PlanRowView[], { zoom, now, timeZone }: When) {
  // The axis moves on with the day, not with every tick of the clock.
  const today = Math.floor(now / 86_400_000)
  return useMemo(() => {
    const moments = [...rows, ...(plan.baseline?.rows ?? [])].flatMap((row) =>
      [row.startAt, row.finishAt].filter((moment) => moment !== null),
    )
    const days = plan.phases.flatMap((phase) =>
      [phase.startsOn, phase.finishHighOn].flatMap((day) => (day === null ? [] : [Date.parse(day)])),
    )
    const moment = today * 86_400_000
    return scaleFor([...moments, ...days], { zoom, now: moment, timeZone })
  }, [plan, rows, zoom, today, timeZone])
}

type Keys = {
  readonly shown: readonly PlanRowView[]
  readonly folded: ReadonlySet<string>
  readonly cursor: string | null
  readonly setCursor: (itemId: string) => void
  readonly toggle: (itemId: string) => void
  readonly showToday: () => void
  readonly canWrite: boolean
}

function useChartKeys({ shown, folded, cursor, setCursor, toggle, showToday, canWrite }: Keys): void {
  const slug = useSlug()
  const go = useGo()
  const peek = usePeek()
  const shift = useShiftBar()
  const at = shown.findIndex((row) => row.itemId === cursor)
  const row = shown[at]
  const step = (by: number) => {
    const next = shown[at < 0 ? 0 : Math.min(shown.length - 1, Math.max(0, at + by))]
    if (next) setCursor(next.itemId)
  }
  const hidden = (id: string, keys: string, run: () => void) =>
    ({ id: `plan.${id}`, keys, label: id, group: texts.plan, isHidden: true, run }) as const
  const fold = (wanted: boolean) => {
    if (row?.isSummary && folded.has(row.itemId) !== wanted) toggle(row.itemId)
    else if (row?.parentId && wanted) setCursor(row.parentId)
  }
  const shiftBy = (days: number, end: 'both' | 'finish') => {
    if (row && canWrite) shift(row, days, end)
  }
  useKeys([
    hidden('next', 'j', () => step(1)),
    hidden('down', 'ArrowDown', () => step(1)),
    hidden('previous', 'k', () => step(-1)),
    hidden('up', 'ArrowUp', () => step(-1)),
    hidden('fold', 'ArrowLeft', () => fold(true)),
    hidden('unfold', 'ArrowRight', () => fold(false)),
    hidden('earlier', 'alt+ArrowLeft', () => shiftBy(-1, 'both')),
    hidden('later', 'alt+ArrowRight', () => shiftBy(1, 'both')),
    hidden('shorter', 'alt+shift+ArrowLeft', () => shiftBy(-1, 'finish')),
    hidden('longer', 'alt+shift+ArrowRight', () => shiftBy(1, 'finish')),
    hidden('peek', 'Space', () => row && peek.open(row.key)),
    hidden('open', 'Enter', () => row && go(paths.item(slug, row.key))),
    { id: 'plan.today', keys: '.', label: texts.today, group: texts.plan, run: showToday },
  ])
}

function toggled(folded: ReadonlySet<string>, itemId: string): ReadonlySet<string> {
  const after = new Set(folded)
  if (!after.delete(itemId)) after.add(itemId)
  return after
}
