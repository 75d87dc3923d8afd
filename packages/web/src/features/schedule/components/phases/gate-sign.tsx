import type { GateState } from '@millrace/core/schedule'
import styles from './phases.module.css'

/** What stands in the sign: nothing yet, a tick, a tick with a point, two bars, a cross. */
const MARKS: Readonly<Record<GateState, string>> = {
  open: '',
  pass: 'M5 8.2 7.2 10.4 11 6.2',
  conditions: 'M4.6 8.2 6.6 10.2 9.4 6.6M11.4 10h.01',
  hold: 'M6.6 6v4M9.4 6v4',
  stop: 'M6.2 6.2 9.8 9.8M9.8 6.2 6.2 9.8',
}

type Props = { readonly state: GateState; readonly size?: number }

/** The sign of a gate: a diamond, as of a milestone, with what was decided in it. Words stand beside it. */
export function GateSign({ state, size = 16 }: Props) {
  return (
    <svg className={styles.sign} data-gate={state} width={size} height={size} viewBox="0 0 16 16" aria-hidden>
      <path className={styles.signShape} d="M8 .8 15.2 8 8 15.2.8 8Z" />
      <path className={styles.signMark} d={MARKS[state]} />
    </svg>
  )
}
