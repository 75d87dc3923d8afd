import type { OutputOf, operations } from '@millrace/contract'
import type { Stage } from './stage.ts'
import { findItem } from './talk.ts'
import { at, dayFrom, workDayBefore, workDayFrom } from './virtual-clock.ts'

/** The owner has gone through their inbox two days ago, put something off, and is nudged since. */
export async function goThroughInbox(stage: Stage, today: Date): Promise<void> {
  const seen = at(workDayBefore(today, 2), 12)
  const last = at(workDayBefore(today, 1), 16)
  await stage.act(seen, 'owner', [{ name: 'notify.markAllRead', input: { until: seen } }])
  const awaited = await findItem(stage, ['DSD', 'Say which Sundays we need'])
  await stage.act(last, 'amir', [{ name: 'notify.nudge', input: { itemId: awaited } }])
  const ceremony = await findItem(stage, ['TWR', 'Decide on the topping-out ceremony'])
  const nextWeek = Date.parse(`${workDayFrom(dayFrom(today, 1))}T07:00:00Z`)
  const meeting = await findItem(stage, ['DESK', 'Prepare the board meeting'])
  await stage.act(last + 1_800_000, 'owner', [
    ...(await linesOn(stage, ceremony)).map((id) => ({
      name: 'notify.snooze',
      input: { id, until: nextWeek },
    })),
    {
      name: 'notify.setReminder',
      input: {
        id: stage.newId(last),
        itemId: meeting,
        remindAt: nextWeek,
        note: 'Ask Theo for the figures of the quarter',
      },
    },
  ])
}

async function linesOn(stage: Stage, itemId: string): Promise<readonly string[]> {
  // The answer of this very operation.
  const { notifications } = (await stage.ask('notify.listNotifications', { show: 'unread' })) as OutputOf<
    (typeof operations)['notify.listNotifications']
  >
  return notifications
    .filter(({ about }) => about.kind === 'item' && about.itemId === itemId)
    .map(({ id }) => id)
}
