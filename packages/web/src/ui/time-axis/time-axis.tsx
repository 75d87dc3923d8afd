import { useMemo } from 'react'
import { type Scale, type Tick, ticksBetween, xOf } from './scale.ts'
import styles from './time-axis.module.css'

/** The part of the axis in sight, in pixels from its beginning. */
export type Seen = { readonly left: number; readonly width: number }

/** The lines near what is seen. New ones are only made when the window has moved by a good part of itself. */
export function useTicks(scale: Scale, seen: Seen): readonly Tick[] {
  const from = Math.floor(seen.left / 400) * 400
  return useMemo(() => ticksBetween(scale, from - 400, from + seen.width + 800), [scale, from, seen.width])
}

type Props = { readonly scale: Scale; readonly ticks: readonly Tick[]; readonly now: number }

/** The words of a time axis in two lines, and today. It is drawn from left to right in every script. */
export function AxisWords({ scale, ticks, now, today }: Props & { readonly today: string }) {
  return (
    <div className={styles.axis} dir="ltr" aria-hidden>
      {ticks.map((tick) => (
        <span
          key={keyOf(tick)}
          className={tick.isLarge ? styles.tickLarge : styles.tick}
          data-free={tick.isFree || undefined}
          style={{ left: tick.x, ...(tick.isLarge ? {} : { minWidth: 0 }) }}
        >
          {tick.label}
        </span>
      ))}
      <span className={styles.todayMark} style={{ left: xOf(scale, now) }} title={today} />
    </div>
  )
}

/**
 * The lines of a time axis, down through the rows; `startPx` is where it begins beside the names. They lie
 * by their distance from the left, while the space for the names is on the side where lines of text begin.
 */
export function AxisLines({ scale, ticks, now, startPx }: Props & { readonly startPx: number }) {
  return (
    <div className={styles.lines} aria-hidden style={{ insetInlineStart: startPx }}>
      {ticks.map((tick) => (
        <span
          key={keyOf(tick)}
          className={styles.line}
          data-large={tick.isLarge || undefined}
          data-free={tick.isFree || undefined}
          style={{ left: tick.x, ...(tick.isFree ? { width: scale.pxPerDay } : {}) }}
        />
      ))}
      <span className={styles.todayLine} style={{ left: xOf(scale, now) }} />
    </div>
  )
}

function keyOf(tick: Tick): string {
  return `${String(tick.x)}${tick.isLarge ? 'L' : ''}`
}
