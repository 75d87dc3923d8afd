import type { RefusalEntry } from './entry.ts'

export const processRepairRefusals = {
  'process.repair_gone': {
    status: 409,
    sentence: '{title} is no longer at this place.',
    remedy: 'Look where it is now: it may have gone on already.',
  },
  'process.not_stuck': {
    status: 409,
    sentence: '{title} is not stuck here: there is nothing to try again.',
    remedy: 'Skip the place, or move what is there, if it shall go on.',
  },
  'process.no_such_place': {
    status: 422,
    sentence: '{to} is no place to which this can be moved.',
    remedy: 'Choose an element of the same version in the same sub-process.',
  },
  'process.plan_unknown_element': {
    status: 422,
    sentence: 'The plan names {element}, which is not in the version.',
    remedy: 'Take it out of the plan, or name an element that is there.',
  },
  'process.bulk_over': {
    status: 409,
    sentence: 'This is over already: nothing is left to stop.',
    remedy: 'Look at what it did.',
  },
} as const satisfies Record<string, RefusalEntry>
