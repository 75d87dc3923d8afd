import { type LevelTask, PRIORITY_USUAL } from '@millrace/core/schedule'
import type { ItemWorth, LevelPart, ProjectWeight } from './level-part.ts'

/** What a weight adds to the priority of all work of a project: more than that of any item in another. */
const WEIGHT: Readonly<Record<ProjectWeight, number>> = { first: 200, usual: 0, last: -200 }
/** What the priority of an item adds, from none to urgent; that of an item counts for all below it without one. */
const OWN: Readonly<Record<ItemWorth['priority'], number>> = { 0: 0, 1: -40, 2: 0, 3: 40, 4: 80 }

/** What levelling is told about the items of a project: which go first, and what a week of delay costs. */
export function worthOf({ rows, worth, weight }: LevelPart, isByPriority: boolean): readonly LevelTask[] {
  const worthBy = new Map(worth.map((each) => [each.id, each]))
  return rows.flatMap(({ itemId, parentId }): readonly LevelTask[] => {
    const { priority = 0, costOfDelayMinor = null } = worthBy.get(itemId) ?? {}
    const own = isByPriority ? priority : 0
    const counts = own > 0 || (parentId === null && weight !== 'usual')
    if (!counts && costOfDelayMinor === null) return []
    return [
      {
        itemId,
        ...(counts && { priority: PRIORITY_USUAL + WEIGHT[weight] + OWN[own] }),
        ...(costOfDelayMinor !== null && { delayCostPerWeekMinor: costOfDelayMinor }),
      },
    ]
  })
}
