import type { PhaseView } from '@millrace/contract'
import { formatDay, type Scale, xOfDay } from '../../../ui/index.ts'
import { texts } from '../texts.ts'
import styles from './schedule.module.css'

type Props = { readonly phases: readonly PhaseView[]; readonly scale: Scale }

/** The phases above the bars. Where the end of a phase is a range, its bar ends softly. */
export function PlanPhases({ phases, scale }: Props) {
  return (
    <div className={styles.phaseLane} role="row">
      <div className={styles.phaseTree} role="rowheader">
        {texts.phases}
      </div>
      <div className={styles.phaseAxis} dir="ltr" role="gridcell">
        {phases.map((phase) => {
          const { startsOn, finishLowOn, finishHighOn } = phase
          if (startsOn === null || finishHighOn === null) return null
          const low = finishLowOn ?? finishHighOn
          const [from, sure, last] = [startsOn, low, finishHighOn].map((day) => xOfDay(scale, day))
          if (from === undefined || sure === undefined || last === undefined) return null
          const end = last + scale.pxPerDay
          const firm = ((sure + scale.pxPerDay - from) / (end - from)) * 100
          const ends = { low: formatDay(low), high: formatDay(finishHighOn) }
          const words = texts.phaseBar(phase.name, formatDay(startsOn), ends)
          return (
            <span
              key={phase.id}
              className={styles.phase}
              data-state={phase.state}
              title={words}
              role="img"
              aria-label={words}
              style={{
                left: from,
                width: end - from,
                maskImage: `linear-gradient(to right, #000 ${String(firm)}%, rgb(0 0 0 / 12%))`,
              }}
            >
              <span className={styles.phaseName}>{phase.name}</span>
            </span>
          )
        })}
      </div>
    </div>
  )
}
