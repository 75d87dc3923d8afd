import type { RefusalEntry } from './entry.ts'

export const notifyRefusals = {
  'notify.nobody_awaited': {
    status: 409,
    sentence: '{key} does not wait for anybody.',
    remedy: 'Say whom it waits for first.',
  },
  'notify.awaits_you': {
    status: 409,
    sentence: '{key} waits for you.',
    remedy: 'Answer it, or say whom it waits for instead.',
  },
  'notify.nudge_without_access': {
    status: 409,
    sentence: 'Whom {key} waits for cannot see it.',
    remedy: 'Let them in first, or ask them in another way.',
  },
  'notify.nudged_already': {
    status: 409,
    sentence: 'Whom {key} waits for was nudged already; the next nudge is possible in {hours} hours.',
    remedy: 'Give them the time, or talk to them.',
  },
  'notify.moment_past': {
    status: 422,
    sentence: 'That moment has passed.',
    remedy: 'Choose a later one.',
  },
  'notify.moment_too_far': {
    status: 422,
    sentence: 'That is more than two years ahead.',
    remedy: 'Choose an earlier moment.',
  },
  'notify.mute_everything': {
    status: 422,
    sentence: 'Not everything can be muted at once.',
    remedy: 'Choose a container, a kind of news, or both.',
  },
} as const satisfies Record<string, RefusalEntry>
