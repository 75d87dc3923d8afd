import type { GateView } from '@millrace/contract'
import { useDirectory } from '../../../../platform/store/index.ts'
import { formatDay } from '../../../../ui/index.ts'
import { metOf } from '../../model/gates.ts'
import { textsGates as words } from '../../texts-gates.ts'
import { GateSign } from './gate-sign.tsx'
import styles from './phases.module.css'

/** What was decided at a gate, the last first. */
export function GateHistory({ gate }: { readonly gate: GateView }) {
  const { people } = useDirectory()
  if (gate.decisions.length === 0) return null
  return (
    <>
      <h4 className={styles.legend}>{words.history}</h4>
      <ol className={styles.history}>
        {gate.decisions.toReversed().map((decision) => {
          const { met, all } = metOf(decision)
          return (
            <li key={decision.id} className={styles.decision}>
              <GateSign state={decision.outcome} size={14} />
              <span>
                <b>{words.state[decision.outcome]}</b>
                <span className={styles.facts}>
                  {` · ${words.entry(formatDay(decision.decidedOn), people.get(decision.decidedBy)?.name ?? words.somebody)}`}
                  {all > 0 && ` · ${words.met(met, all)}`}
                </span>
                {decision.reason !== '' && <span className={styles.reason}>{decision.reason}</span>}
              </span>
            </li>
          )
        })}
      </ol>
    </>
  )
}
