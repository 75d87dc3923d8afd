import type { PlanRowView } from '@millrace/contract'
import type { LevelledPlans } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { choicesBefore, choicesOf } from './choices.ts'
import { levellingOf } from './level-input-of.ts'
import type { LevelPart } from './level-part.ts'

/** Commands that are carried out together, and those that take them back. */
export type LevelCalls = { readonly calls: readonly Call[]; readonly back: readonly Call[] }

/** Keeps what levelling found, dates and who does what, in every project in which that changes something. */
export function levellingCalls(
  parts: readonly LevelPart[],
  { tasks, assignments }: Pick<LevelledPlans, 'tasks' | 'assignments'>,
): LevelCalls {
  const changes = parts.flatMap((part) => {
    const { containerId, rows } = part
    const items = levellingOf(rows, tasks)
    const choices = choicesOf(part, parts, assignments)
    if (items.length + choices.length === 0) return []
    return [
      {
        now: { containerId, items, assignments: choices },
        before: { containerId, items: beforeOf(rows, items), assignments: choicesBefore(part, choices) },
      },
    ]
  })
  return {
    calls: changes.map(({ now }) => callOf('schedule.setLevelling', now)),
    back: changes.map(({ before }) => callOf('schedule.setLevelling', before)),
  }
}

/** Lets all work of a project go again that levelling held. */
export function unlevellingCalls(containerId: string, levelled: readonly PlanRowView[]): LevelCalls {
  const items = levelled.map(({ itemId }) => ({ itemId, levelledAt: null }))
  return {
    calls: [callOf('schedule.setLevelling', { containerId, items })],
    back: [callOf('schedule.setLevelling', { containerId, items: beforeOf(levelled, items) })],
  }
}

type Levelling = ReturnType<typeof levellingOf>

function beforeOf(rows: readonly PlanRowView[], items: Levelling): Levelling {
  const changed = new Set(items.map(({ itemId }) => itemId))
  return rows
    .filter(({ itemId }) => changed.has(itemId))
    .map(({ itemId, levelledAt }) => ({ itemId, levelledAt }))
}
