import { formatDay, type Scale, xOfDay } from '../../../ui/index.ts'
import { middleOf, type PhaseRange } from '../model/phase-ranges.ts'
import { texts } from '../texts.ts'
import { textsRanges } from '../texts-ranges.ts'
import { AwayButton, type InSight, isAway } from './away-button.tsx'
import styles from './schedule.module.css'

type Props = InSight & { readonly range: PhaseRange; readonly title: string; readonly scale: Scale }

/**
 * Work that is known as a range only: the bar is firm up to its earliest end, and fades towards its latest. A mark
 * stands where it is as likely done as not.
 */
export function RangeBar({ range, title, scale, ...sight }: Props) {
  const [startX, lowX, highX] = [range.from, range.low, range.high].map((day) => xOfDay(scale, day))
  if (startX === undefined || lowX === undefined || highX === undefined) return null
  const finishX = highX + scale.pxPerDay
  if (isAway({ ...sight, startX, finishX })) {
    return <AwayButton {...sight} scale={scale} startX={startX} finishX={finishX} />
  }
  const firm = ((lowX + scale.pxPerDay - startX) / (finishX - startX)) * 100
  const ends = { low: formatDay(range.low), high: formatDay(range.high) }
  const middle = middleOf(range)
  const half = textsRanges.middle(formatDay(middle))
  const words = `${texts.rangeBar(title, formatDay(range.from), ends)}, ${half}`
  return (
    <>
      <span
        className={styles.rangeBar}
        role="img"
        aria-label={words}
        title={words}
        style={{
          left: startX,
          width: finishX - startX,
          maskImage: `linear-gradient(to right, rgb(0 0 0 / 40%), #000 12px, #000 ${String(firm)}%, rgb(0 0 0 / 12%))`,
        }}
      />
      <span className={styles.rangeMiddle} style={{ left: xOfDay(scale, middle) + scale.pxPerDay }} />
    </>
  )
}
