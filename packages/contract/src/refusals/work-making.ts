import type { RefusalEntry } from './entry.ts'

/** What is said about work that is made from other work. */
export const workMakingRefusals = {
  'work.recurrence_over': {
    status: 422,
    sentence: 'The series would be over before anything repeats.',
    remedy: 'Choose a later end, or none.',
  },
  'work.recurrence_passed_on': {
    status: 409,
    sentence: 'This item is done with: {key} is the newest of its series.',
    remedy: 'Change how {key} repeats.',
  },
  'work.recurrence_none': {
    status: 409,
    sentence: '{key} does not repeat.',
    remedy: 'Reload the page to see what has changed.',
  },
} as const satisfies Record<string, RefusalEntry>
