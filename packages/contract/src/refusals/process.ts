import type { RefusalEntry } from './entry.ts'

export const processRefusals = {
  'process.no_steps': {
    status: 409,
    sentence: '{name} has no steps yet.',
    remedy: 'Add the first step.',
  },
  'process.closed': {
    status: 409,
    sentence: '{name} is closed: no new instance can start.',
    remedy: 'Open the process again first.',
  },
  'process.too_many_steps': {
    status: 422,
    sentence: 'A process has {max} steps at most.',
    remedy: 'Split it into several processes.',
  },
  'process.step_archived': {
    status: 409,
    sentence: 'The step {name} is archived and cannot change.',
    remedy: 'Add a new step in its place.',
  },
  'process.step_open': {
    status: 409,
    sentence: '{key} is the open step of a running instance: {title}.',
    remedy: 'Finish the step, or cancel the instance, which archives its open work.',
  },
  'process.instance_over': {
    status: 409,
    sentence: '{title} is already {state}.',
    remedy: 'Start another instance.',
  },
} as const satisfies Record<string, RefusalEntry>
