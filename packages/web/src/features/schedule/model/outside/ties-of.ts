import type { PlanView } from '@millrace/contract'
import type { OutsideTies } from '@millrace/core/schedule'

/** How a plan is tied to other projects, as core calculates with it; undefined where it is not. */
export function tiesOf({ links, calendars }: PlanView['outside']): OutsideTies | undefined {
  if (links.length === 0) return undefined
  return {
    links: links
      .filter(({ isIn }) => isIn)
      .map(({ id, itemId: toId, linkType, lag, lagUnit, place: from }) => {
        return { id, toId, linkType, lag, lagUnit, from }
      }),
    awaitedIds: [...new Set(links.filter(({ isIn }) => !isIn).map(({ itemId }) => itemId))],
    calendars: calendars.map(({ definition, ...calendar }) => ({ ...calendar, ...definition })),
  }
}
