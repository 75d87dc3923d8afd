import { AxisLines, AxisWords, type Scale, type Seen, useTicks } from '../../../../ui/index.ts'
import { textsTimeline } from '../../texts-timeline.ts'
import styles from './timeline.module.css'

type Props = {
  readonly scale: Scale
  readonly seen: Seen
  readonly treePx: number
  readonly now: number
}

/** The time axis above the rows, and its lines down through them. */
export function TimelineHead({ scale, seen, treePx, now }: Props) {
  const ticks = useTicks(scale, seen)
  return (
    <>
      <div className={styles.head} role="row" aria-rowindex={1}>
        <div className={styles.headTree} role="columnheader">
          {textsTimeline.work}
        </div>
        <div role="columnheader" aria-label={textsTimeline.axis}>
          <AxisWords scale={scale} ticks={ticks} now={now} today={textsTimeline.today} />
        </div>
      </div>
      <AxisLines scale={scale} ticks={ticks} now={now} startPx={treePx} />
    </>
  )
}
