import type { RefusalEntry } from './entry.ts'

/** What is refused about phases, their gates, and packages in them. */
export const schedulePhaseRefusals = {
  'schedule.package_leaves': {
    status: 409,
    sentence: '{title} is a package of {phase}, a later phase: outside of it, it would be open for detail.',
    remedy: 'Promote the phase, or take the package out together with a new baseline.',
  },
  'schedule.phase_holds_work': {
    status: 409,
    sentence: '{count} items are in {name}.',
    remedy: 'Put them into another phase first.',
  },
  'schedule.phase_closed': {
    status: 409,
    sentence: '{name} is closed, and its gate stays as it was.',
    remedy: 'Make it the current phase again first.',
  },
  'schedule.gate_not_passed': {
    status: 409,
    sentence: '{gate}, the gate of {phase}, has not been passed: nothing goes on behind it.',
    remedy: 'Decide at the gate first, or take it away.',
  },
  'schedule.gate_not_due': {
    status: 409,
    sentence: '{gate} is decided while {phase} is the current phase, and it is not.',
    remedy: 'Make it the current phase first.',
  },
  'schedule.gate_not_yours': {
    status: 403,
    sentence: '{gate} is decided by somebody else.',
    remedy: 'Ask them, or let somebody who manages the project change who decides.',
  },
  'schedule.gate_date_ahead': {
    status: 422,
    sentence: '{date} is still ahead: {gate} cannot have been decided then.',
    remedy: 'Give the day on which it was decided.',
  },
  'schedule.gate_reason_needed': {
    status: 422,
    sentence: 'A decision that does not simply pass {gate} needs its reason.',
    remedy: 'Say why; with conditions, say which.',
  },
  'schedule.gate_criteria_open': {
    status: 409,
    sentence: '{count} criteria of {gate} are not met.',
    remedy: 'Meet them, or pass with conditions.',
  },
  'schedule.gate_criterion_twice': {
    status: 422,
    sentence: 'Two criteria have the same id: {text}.',
    remedy: 'Give each an id of its own.',
  },
  'schedule.gate_decided': {
    status: 409,
    sentence: 'Something was decided at {gate}, and that is kept.',
    remedy: 'Change its criteria or who decides, or decide again.',
  },
} as const satisfies Record<string, RefusalEntry>
