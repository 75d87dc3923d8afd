import type { LoadBucket } from '@millrace/core/schedule'
import { memo } from 'react'
import { type Scale, xOfDay } from '../../../../ui/index.ts'
import { HEALTHY, levelOf } from '../../model/load/levels.ts'
import styles from './load.module.css'
import { shareInWords } from './load-words.ts'

type Props = {
  readonly buckets: readonly LoadBucket[]
  readonly toX: number
  readonly scale: Scale
  readonly seenLeft: number
  readonly seenRight: number
  readonly chosen: number | null
}

/** The row, all there is of a resource, and the most that is drawn beyond it. */
export const ROW_PX = 60
const WHOLE_PX = 38
const BEYOND_PX = 16
const LABEL_PX = 34
/** Bars that are chosen among are found outside of what is in sight as well. */
const MARGIN_PX = 400

type Bar = { readonly index: number; readonly x: number; readonly width: number; readonly bucket: LoadBucket }

/** The histogram of a resource: what is asked for, hatched where that is more than there is. */
export const LoadBars = memo(function LoadBars({ buckets, toX, scale, seenLeft, seenRight, chosen }: Props) {
  const bars = barsOf(buckets, { toX, scale }).filter(
    ({ x, width }) => x < seenRight + MARGIN_PX && x + width > seenLeft - MARGIN_PX,
  )
  const width = scale.days * scale.pxPerDay
  const bandTop = ROW_PX - (WHOLE_PX * HEALTHY.to) / 100
  return (
    <svg className={styles.bars} width={width} height={ROW_PX} aria-hidden>
      <rect
        className={styles.band}
        x={0}
        y={bandTop}
        width={width}
        height={(WHOLE_PX * (HEALTHY.to - HEALTHY.from)) / 100}
      />
      <path className={styles.within} d={bars.map(withinOf).join('')} />
      <path className={styles.over} d={bars.map(beyondOf).join('')} fill="url(#load-over)" />
      <path className={styles.whole} d={`M0 ${ROW_PX - WHOLE_PX}H${width}`} />
      {bars.map((bar) => (
        <BarWords key={bar.bucket.on} bar={bar} isChosen={bar.index === chosen} />
      ))}
    </svg>
  )
})

function BarWords({ bar, isChosen }: { readonly bar: Bar; readonly isChosen: boolean }) {
  const { x, width, bucket } = bar
  const level = levelOf(bucket)
  const hasWords = width >= LABEL_PX ? level !== 'free' : false
  return (
    <>
      {isChosen && <rect className={styles.chosen} x={x} y={1} width={width} height={ROW_PX - 2} rx={3} />}
      {hasWords && (
        <text
          className={styles.share}
          data-level={level}
          x={x + width / 2}
          y={ROW_PX - 6}
          textAnchor="middle"
        >
          {shareInWords(bucket)}
        </text>
      )}
    </>
  )
}

/** Which bucket lies at a place of the axis; null: none. */
export function bucketAt(
  buckets: readonly LoadBucket[],
  x: number,
  around: { readonly toX: number; readonly scale: Scale },
): number | null {
  return barsOf(buckets, around).find((bar) => x >= bar.x && x <= bar.x + bar.width + 1)?.index ?? null
}

function barsOf(
  buckets: readonly LoadBucket[],
  { toX, scale }: { readonly toX: number; readonly scale: Scale },
): readonly Bar[] {
  return buckets.map((bucket, index) => {
    const next = buckets[index + 1]
    const x = xOfDay(scale, bucket.on)
    return { index, x, width: Math.max(1, (next ? xOfDay(scale, next.on) : toX) - x - 1), bucket }
  })
}

function withinOf({ x, width, bucket: { workMin, capacityMin } }: Bar): string {
  const height = capacityMin === 0 ? 0 : Math.min(1, workMin / capacityMin) * WHOLE_PX
  return height === 0 ? '' : box(x, ROW_PX - height, [width, height])
}

/** What goes beyond lies above the line; work on a day off is nothing but beyond. */
function beyondOf({ x, width, bucket }: Bar): string {
  const { workMin, capacityMin } = bucket
  if (levelOf(bucket) !== 'over') return ''
  const share = capacityMin === 0 ? Number.POSITIVE_INFINITY : workMin / capacityMin - 1
  const height = Math.max(3, Math.min(BEYOND_PX, share * WHOLE_PX))
  return box(x, ROW_PX - WHOLE_PX - height, [width, height])
}

function box(x: number, y: number, [width, height]: readonly [number, number]): string {
  return `M${x} ${y.toFixed(1)}h${width}v${height.toFixed(1)}h${-width}z`
}

/** The pattern of what is too much; drawn once for all rows. */
export function OverPattern() {
  return (
    <svg width={0} height={0} className={styles.pattern} aria-hidden>
      <defs>
        <pattern
          id="load-over"
          width={5}
          height={5}
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width={5} height={5} className={styles.overGround} />
          <rect width={2.5} height={5} className={styles.overLine} />
        </pattern>
      </defs>
    </svg>
  )
}
