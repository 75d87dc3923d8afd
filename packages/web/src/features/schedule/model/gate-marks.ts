import type { GateState } from '@millrace/core/schedule'

/** What stands in the sign of a gate, in a square of 16: nothing yet, a tick, a tick with a point, two bars, a cross. */
export const GATE_MARKS: Readonly<Record<GateState, string>> = {
  open: '',
  pass: 'M5 8.2 7.2 10.4 11 6.2',
  conditions: 'M4.6 8.2 6.6 10.2 9.4 6.6M11.4 10h.01',
  hold: 'M6.6 6v4M9.4 6v4',
  stop: 'M6.2 6.2 9.8 9.8M9.8 6.2 6.2 9.8',
}
