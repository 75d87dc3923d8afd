import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type MouseEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import {
  AxisLines,
  AxisWords,
  type Scale,
  scrollAxisTo,
  seenOf,
  useNow,
  useOverscan,
  useTicks,
  useToday,
  xOf,
  xOfDay,
} from '../../../../ui/index.ts'
import { aheadOf, fullestOf, levelOf } from '../../model/load/levels.ts'
import { texts } from '../../texts.ts'
import { textsLoad } from '../../texts-load.ts'
import styles from './load.module.css'
import { bucketAt, LoadBars, OverPattern, ROW_PX } from './load-bars.tsx'
import { shareInWords } from './load-words.ts'
import type { LoadRow } from './use-load.ts'

/** A day or week of a resource. */
export type LoadChoice = { readonly resourceId: string; readonly index: number }

type Props = {
  readonly rows: readonly LoadRow[]
  readonly scale: Scale
  /** Where the last bucket ends. */
  readonly toX: number
  readonly choice: LoadChoice | null
  readonly onChoose: (choice: LoadChoice) => void
}

const NAME_PX = 220
const NARROW_NAME_PX = 112

/** A histogram for each resource on one time axis. */
export function LoadChart({ rows, scale, toX, choice, onChoose }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const today = useToday()
  const [seen, setSeen] = useState({ left: 0, width: 1200 })
  const ticks = useTicks(scale, seen)
  const namePx = seen.width < 700 ? NARROW_NAME_PX : NAME_PX
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: useOverscan(4),
    scrollPaddingStart: 52,
  })
  const look = useCallback(() => {
    if (scroller.current) setSeen(seenOf(scroller.current))
  }, [])
  // A new scale begins at today.
  useLayoutEffect(() => {
    if (scroller.current) scrollAxisTo(scroller.current, xOf(scale, Date.now()) - 160)
    look()
  }, [scale, look])
  useShowChoice({ scroller, rows, scale, choice, namePx, toRow: virtual.scrollToIndex })
  const choose = (event: MouseEvent<HTMLElement>, row: LoadRow) => {
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left
    const index = bucketAt(row.buckets, x, { toX, scale })
    if (index !== null) onChoose({ resourceId: row.resource.id, index })
  }
  return (
    <div
      ref={scroller}
      className={styles.chart}
      tabIndex={0}
      role="group"
      aria-label={textsLoad.chart}
      aria-description={textsLoad.chartHint}
      onScroll={look}
      style={
        {
          '--tree': `${String(namePx)}px`,
          '--axis': `${String(scale.days * scale.pxPerDay)}px`,
        } as CSSProperties // React's type lacks properties of one's own.
      }
    >
      <OverPattern />
      <div className={styles.head}>
        <div className={styles.headName}>{textsLoad.who}</div>
        <AxisWords scale={scale} ticks={ticks} now={now} today={texts.today} />
      </div>
      <AxisLines scale={scale} ticks={ticks} now={now} startPx={namePx} />
      <div className={styles.canvas} style={{ blockSize: virtual.getTotalSize() }}>
        <div className={styles.names} aria-hidden />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <div
                key={row.resource.id}
                className={styles.row}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                <LoadName row={row} today={today} />
                <div className={styles.track} dir="ltr" onClick={(event) => choose(event, row)}>
                  <LoadBars
                    buckets={row.buckets}
                    toX={toX}
                    scale={scale}
                    seenLeft={Math.floor(seen.left / 200) * 200}
                    seenRight={Math.ceil((seen.left + seen.width) / 200) * 200}
                    chosen={choice?.resourceId === row.resource.id ? choice.index : null}
                  />
                </div>
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

type NameProps = { readonly row: LoadRow; readonly today: string }

function LoadName({ row, today }: NameProps) {
  const fullest = fullestOf(aheadOf(row.buckets, today))
  const level = fullest ? levelOf(fullest) : 'free'
  return (
    <div className={styles.name}>
      <span className={styles.nameText} title={row.resource.name}>
        {row.resource.name}
      </span>
      <span className={styles.peak}>
        {fullest && `${shareInWords(fullest)} · `}
        {textsLoad.level[level]}
      </span>
    </div>
  )
}

type Shown = Pick<Props, 'rows' | 'scale' | 'choice'> & {
  readonly scroller: React.RefObject<HTMLDivElement | null>
  readonly namePx: number
  readonly toRow: (index: number, options: { readonly align: 'auto' }) => void
}

/** Scrolls to what has been chosen by keys, in both directions. */
function useShowChoice({ scroller, rows, scale, choice, namePx, toRow }: Shown): void {
  const latest = useRef({ rows, scale, namePx, toRow })
  useLayoutEffect(() => {
    latest.current = { rows, scale, namePx, toRow }
  })
  useEffect(() => {
    const area = scroller.current
    const { rows: all, scale: now, namePx: names, toRow: show } = latest.current
    const at = all.findIndex(({ resource }) => resource.id === choice?.resourceId)
    const bucket = choice && all[at]?.buckets[choice.index]
    if (!area || !bucket) return
    show(at, { align: 'auto' })
    const { left, width } = seenOf(area)
    const x = xOfDay(now, bucket.on)
    const isSeen = x >= left && x + 7 * now.pxPerDay <= left + width - names
    if (!isSeen) scrollAxisTo(area, x - (width - names) / 2)
  }, [choice, scroller])
}
