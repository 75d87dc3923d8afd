import { ok } from '@millrace/core/kernel'
import { callOf } from './calls.ts'
import type { Forecasts } from './forecast.ts'

/** What takes back what people do in their inbox; it shows itself there. */
export const notifyForecasts = {
  'notify.markRead': (_draft, { id }) => ok([callOf('notify.markUnread', { id })]),
  'notify.markUnread': (_draft, { id }) => ok([callOf('notify.markRead', { id })]),
  'notify.snooze': (_draft, { id }) => ok([callOf('notify.markUnread', { id })]),
  'notify.follow': (_draft, input) => ok([callOf('notify.unfollow', input)]),
  'notify.unfollow': (_draft, input) => ok([callOf('notify.follow', input)]),
  'notify.mute': (_draft, input) => ok([callOf('notify.unmute', input)]),
  'notify.unmute': (_draft, input) => ok([callOf('notify.mute', input)]),
  'notify.setReminder': (_draft, { id }) => ok([callOf('notify.removeReminder', { id })]),
} satisfies Forecasts
