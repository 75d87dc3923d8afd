import { useMemo } from 'react'
import { type Scale, ticksBetween, xOf } from '../model/scale.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = {
  readonly scale: Scale
  readonly seen: { readonly left: number; readonly width: number }
  readonly treePx: number
  readonly now: number
}

/** Names of the columns, and the time axis in two lines. The lines go down through the rows. */
export function PlanAxis({ scale, seen, treePx, now }: Props) {
  // New ticks are only needed when the window has moved by a good part of itself.
  const from = Math.floor(seen.left / 400) * 400
  const ticks = useMemo(
    () => ticksBetween(scale, from - 400, from + seen.width + 800),
    [scale, from, seen.width],
  )
  const { column } = texts
  const isNarrow = treePx < 300
  return (
    <>
      <div className={styles.head} role="row">
        <div className={styles.headTree} style={{ inlineSize: treePx }}>
          <span role="columnheader" className={styles.headTitle}>
            {column.title}
          </span>
          {!isNarrow && (
            <>
              <span role="columnheader" className={styles.cellDay}>
                {column.start}
              </span>
              <span role="columnheader" className={styles.cellDay}>
                {column.finish}
              </span>
              <span role="columnheader" className={`${styles.cellNumber ?? ''} ${styles.cellDuration ?? ''}`}>
                {column.days}
              </span>
              <span role="columnheader" className={styles.cellNumber}>
                {column.done}
              </span>
            </>
          )}
        </div>
        <div className={styles.axis} dir="ltr" aria-hidden>
          {ticks.map((tick) => (
            <span
              key={`${String(tick.x)}${tick.isLarge ? 'L' : ''}`}
              className={tick.isLarge ? styles.tickLarge : styles.tick}
              data-free={tick.isFree || undefined}
              style={{ left: tick.x, ...(tick.isLarge ? {} : { minWidth: 0 }) }}
            >
              {tick.label}
            </span>
          ))}
          <span className={styles.todayMark} style={{ left: xOf(scale, now) }} title={texts.today} />
        </div>
      </div>
      <div className={styles.lines} dir="ltr" aria-hidden style={{ insetInlineStart: treePx }}>
        {ticks.map((tick) => (
          <span
            key={`${String(tick.x)}${tick.isLarge ? 'L' : ''}`}
            className={styles.line}
            data-large={tick.isLarge || undefined}
            data-free={tick.isFree || undefined}
            style={{ left: tick.x, ...(tick.isFree ? { width: scale.pxPerDay } : {}) }}
          />
        ))}
        <span className={styles.todayLine} style={{ left: xOf(scale, now) }} />
      </div>
    </>
  )
}
