import type { RefusalEntry } from './entry.ts'

export const scheduleRefusals = {
  'schedule.plan_too_large': {
    status: 422,
    sentence: 'A plan holds {max} items at most.',
    remedy: 'Split the project.',
  },
  'schedule.too_many_phases': {
    status: 422,
    sentence: 'A project has {max} phases at most.',
    remedy: 'Put several of them together.',
  },
  'schedule.range_incomplete': {
    status: 422,
    sentence: 'The range of {range} of {name} has one end only.',
    remedy: 'Give both ends, or none.',
  },
  'schedule.range_reversed': {
    status: 422,
    sentence: 'The range of {range} of {name} ends before it begins.',
    remedy: 'Swap the two.',
  },
  'schedule.range_needed': {
    status: 422,
    sentence: '{name} is a later phase: its {range} cannot be known exactly yet.',
    remedy: 'Give a range, or make it the next phase.',
  },
  'schedule.later_phase_detail': {
    status: 409,
    sentence: '{title} lies in {phase}, a later phase: it cannot have {what} yet.',
    remedy: 'Keep to ranges without dates and performers, or promote the phase first.',
  },
  'schedule.promotion_needed': {
    status: 409,
    sentence: '{name} is a later phase: only promoting it opens it for detail.',
    remedy: 'Promote the phase, which also takes a new baseline, or stop planning this project in waves.',
  },
  'schedule.not_first_later': {
    status: 409,
    sentence: '{name} is not the first of the later phases.',
    remedy: 'Promote the phases in their order.',
  },
  'schedule.phase_elsewhere': {
    status: 422,
    sentence: '{key} is no part of the project that has this phase.',
    remedy: 'Put the item into the project first.',
  },
  'schedule.phase_order': {
    status: 409,
    sentence: '{second} cannot come after {first} in the states they are in.',
    remedy: 'Closed phases come first, then one current, one next, and the later ones.',
  },
  'schedule.phases_overlap': {
    status: 409,
    sentence: '{second} would begin before {first} can be over ({date}).',
    remedy: 'Move one of the two: phases follow each other.',
  },
} as const satisfies Record<string, RefusalEntry>
