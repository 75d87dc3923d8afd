import type { GateState } from '@millrace/core/schedule'
import { GATE_MARKS } from '../../model/gate-marks.ts'
import styles from './phases.module.css'

type Props = { readonly state: GateState; readonly size?: number }

/** The sign of a gate: a diamond, as of a milestone, with what was decided in it. Words stand beside it. */
export function GateSign({ state, size = 16 }: Props) {
  return (
    <svg className={styles.sign} data-gate={state} width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      <path className={styles.signShape} d="M8 .8 15.2 8 8 15.2.8 8Z" />
      <path className={styles.signMark} d={GATE_MARKS[state]} />
    </svg>
  )
}
