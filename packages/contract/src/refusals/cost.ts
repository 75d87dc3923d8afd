import type { RefusalEntry } from './entry.ts'

export const costRefusals = {
  'cost.day_wrong': {
    status: 422,
    sentence: '{day} is not a day.',
    remedy: 'Write it as YYYY-MM-DD.',
  },
  'cost.days_wrong': {
    status: 422,
    sentence: 'From {from} to {to} is not a span of 1 to {max} days.',
    remedy: 'Ask for fewer days at once, the first one first.',
  },
  'cost.minutes_wrong': {
    status: 422,
    sentence: '{minutes} minutes are not what somebody works in a day.',
    remedy: 'Give whole minutes, from 1 to 1440.',
  },
  'cost.note_too_long': {
    status: 422,
    sentence: 'The note is longer than {max} characters.',
    remedy: 'Shorten it, or say it in a comment.',
  },
  'cost.not_running': {
    status: 409,
    sentence: 'This timer does not run any more.',
    remedy: 'Change the minutes of the entry instead.',
  },
  'cost.still_running': {
    status: 409,
    sentence: 'The timer still runs: its minutes are known when it stops.',
    remedy: 'Stop it first.',
  },
  'cost.not_yours': {
    status: 403,
    sentence: 'This time was spent by somebody else.',
    remedy: 'Ask them, or somebody who manages the place.',
  },
} as const satisfies Record<string, RefusalEntry>
