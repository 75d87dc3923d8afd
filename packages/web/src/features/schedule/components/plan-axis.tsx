import { AxisLines, AxisWords, type Scale, type Seen, useTicks } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = {
  readonly scale: Scale
  readonly seen: Seen
  readonly treePx: number
  readonly now: number
}

/** Names of the columns, and the time axis in two lines. The lines go down through the rows. */
export function PlanAxis({ scale, seen, treePx, now }: Props) {
  const ticks = useTicks(scale, seen)
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
              <span role="columnheader" className={`${styles.cellNumber ?? ''} ${styles.cellSlack ?? ''}`}>
                {column.slack}
              </span>
              <span role="columnheader" className={styles.cellNumber}>
                {column.done}
              </span>
            </>
          )}
        </div>
        <AxisWords scale={scale} ticks={ticks} now={now} today={texts.today} />
      </div>
      <AxisLines scale={scale} ticks={ticks} now={now} startPx={treePx} />
    </>
  )
}
