import type { PlanRowView } from '@millrace/contract'
import type { LevelledTask } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { isNameless } from '../load/with-outside.ts'
import type { LevelPart } from './level-part.ts'

const MINUTE_MS = 60_000

/** Commands that are carried out together, and those that take them back. */
export type LevelCalls = { readonly calls: readonly Call[]; readonly back: readonly Call[] }

/** Keeps what levelling found, in every project that it moves something in. */
export function levellingCalls(parts: readonly LevelPart[], tasks: readonly LevelledTask[]): LevelCalls {
  const changes = parts.flatMap(({ containerId, rows }) => {
    const items = heldBy(rows, tasks)
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
  const items = levelled.map(({ itemId }) => ({ itemId, levelledAt: null, levelledFor: null }))
  return {
    calls: [callOf('schedule.setLevelling', { containerId, items })],
    back: [callOf('schedule.setLevelling', { containerId, items: beforeOf(levelled, items) })],
  }
}

/** Before when an item does not begin, and what it waits for until then. */
type Held = Pick<PlanRowView, 'itemId' | 'levelledAt'> & {
  readonly levelledFor: { readonly resourceId: string; readonly itemId: string | null } | null
}

/** Items that begin no earlier from now on, or for another reason than before, and those that are let go. */
function heldBy(rows: readonly PlanRowView[], tasks: readonly LevelledTask[]): readonly Held[] {
  const taskOf = new Map(tasks.map((task) => [task.id, task]))
  return rows.flatMap((row): readonly Held[] => {
    const task = taskOf.get(row.itemId)
    const held = { itemId: row.itemId, levelledAt: null, levelledFor: null }
    const now: Held =
      task && task.levelledAt !== null
        ? { ...held, levelledAt: task.levelledAt * MINUTE_MS, levelledFor: reasonToKeep(task) }
        : held
    return row.isSummary || isSame(keptOf(row), now) ? [] : [now]
  })
}

/** Whoever is waited for; with what they do until then, where that is an item that can be named. */
function reasonToKeep({ reason }: LevelledTask): Held['levelledFor'] {
  if (!('resourceId' in reason) || reason.resourceId === '') return null
  const isNamed = reason.kind === 'resource' && !isNameless(reason.itemId)
  return { resourceId: reason.resourceId, itemId: isNamed ? reason.itemId : null }
}

function keptOf({ itemId, levelledAt, levelledFor }: PlanRowView): Held {
  const kept = levelledFor && { resourceId: levelledFor.resourceId, itemId: levelledFor.itemId }
  return { itemId, levelledAt, levelledFor: kept }
}

function isSame(one: Held, other: Held): boolean {
  const [a, b] = [one.levelledFor, other.levelledFor]
  return one.levelledAt === other.levelledAt && a?.resourceId === b?.resourceId && a?.itemId === b?.itemId
}

function beforeOf(rows: readonly PlanRowView[], items: readonly Held[]): readonly Held[] {
  const changed = new Set(items.map(({ itemId }) => itemId))
  return rows.filter(({ itemId }) => changed.has(itemId)).map(keptOf)
}
