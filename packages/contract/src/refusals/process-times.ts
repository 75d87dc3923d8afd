import type { RefusalEntry } from './entry.ts'

export const processTimesRefusals = {
  'process.level_length': {
    status: 422,
    sentence: '{text} is no length of time that can be counted.',
    remedy: 'Write it as PT8H for eight hours or P2D for two days.',
  },
  'process.level_order': {
    status: 422,
    sentence: 'The goal is later than the deadline.',
    remedy: 'Aim at less than what has been promised.',
  },
  'process.level_escalation': {
    status: 422,
    sentence: 'A step of the escalation belongs to no point of this level, or there are more than {max}.',
    remedy: 'Set the goal or the warning it belongs to, or take the step out.',
  },
  'process.level_twice': {
    status: 409,
    sentence: '{name} has a service level already.',
    remedy: 'Change that one.',
  },
  'process.schedule_over': {
    status: 422,
    sentence: 'The schedule would be over before anything is started.',
    remedy: 'Let it end later.',
  },
  'process.schedule_rule': {
    status: 422,
    sentence: 'Starts go by the calendar, not by when something was done.',
    remedy: 'Choose days, weeks, months or years.',
  },
  'process.schedule_of_model': {
    status: 409,
    sentence: 'This schedule is a start event of the model.',
    remedy: 'Change the model, or pause the schedule.',
  },
} as const satisfies Record<string, RefusalEntry>
