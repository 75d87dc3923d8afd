import type { PhaseView } from '@millrace/contract'
import { formatDay, type Scale, xOfDay } from '../../../ui/index.ts'
import { placedGates, stateWords } from '../model/gates.ts'
import { phaseSpans } from '../model/phase-ranges.ts'
import { texts } from '../texts.ts'
import { textsGates } from '../texts-gates.ts'
import { GateSign } from './phases/gate-sign.tsx'
import styles from './schedule.module.css'

type Props = { readonly phases: readonly PhaseView[]; readonly scale: Scale }

/** The phases above the bars, with the gates between them. Where the end of a phase is a range, its bar ends softly. */
export function PlanPhases({ phases, scale }: Props) {
  const spans = phaseSpans(phases)
  return (
    <div className={styles.phaseLane} role="row">
      <div className={styles.phaseTree} role="rowheader">
        {texts.phases}
      </div>
      <div className={styles.phaseAxis} dir="ltr" role="gridcell">
        {phases.map((phase) => {
          const span = spans.get(phase.id)
          if (!span) return null
          const [from, sure, last] = [span.from, span.low, span.high].map((day) => xOfDay(scale, day))
          if (from === undefined || sure === undefined || last === undefined) return null
          const end = last + scale.pxPerDay
          const firm = ((sure + scale.pxPerDay - from) / (end - from)) * 100
          const ends = { low: formatDay(span.low), high: formatDay(span.high) }
          const words = texts.phaseBar(phase.name, formatDay(span.from), ends)
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
        <PlanGates phases={phases} scale={scale} />
      </div>
    </div>
  )
}

/** Gates stand at the end of their day, as milestones do. */
function PlanGates({ phases, scale }: Props) {
  return placedGates(phases).map(({ phaseId, name, day, ...gate }) => {
    const x = xOfDay(scale, day)
    if (x === undefined) return null
    const words = textsGates.sign(name, formatDay(day), stateWords(gate))
    return (
      <span
        key={phaseId}
        className={styles.planGate}
        role="img"
        aria-label={words}
        title={words}
        style={{ left: x + scale.pxPerDay }}
      >
        <GateSign state={gate.state} size={18} />
      </span>
    )
  })
}
