import type { PlanRowView } from '@millrace/contract'
import type { LevelledTask } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { levellingOf } from './level-input-of.ts'
import type { LevelPart } from './level-part.ts'

/** Commands that are carried out together, and those that take them back. */
export type LevelCalls = { readonly calls: readonly Call[]; readonly back: readonly Call[] }

/** Keeps what levelling found, in every project that it moves something in. */
export function levellingCalls(parts: readonly LevelPart[], tasks: readonly LevelledTask[]): LevelCalls {
  const changes = parts.flatMap(({ containerId, rows }) => {
    const items = levellingOf(rows, tasks)
    return items.length === 0 ? [] : [{ containerId, items, before: beforeOf(rows, items) }]
  })
  return {
    calls: changes.map(({ containerId, items }) => callOf('schedule.setLevelling', { containerId, items })),
    back: changes.map(({ containerId, before }) =>
      callOf('schedule.setLevelling', { containerId, items: before }),
    ),
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
