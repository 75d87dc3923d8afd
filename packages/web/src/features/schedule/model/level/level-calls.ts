import type { PlanRowView } from '@millrace/contract'
import type { LevelledPlans, LevelledTask } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { isNameless } from '../load/with-outside.ts'
import { choicesBefore, choicesOf } from './choices.ts'
import type { LevelPart } from './level-part.ts'

const MINUTE_MS = 60_000

/** Commands that are carried out together, and those that take them back. */
export type LevelCalls = { readonly calls: readonly Call[]; readonly back: readonly Call[] }

/** Keeps what levelling found, dates and who does what, in every project in which that changes something. */
export function levellingCalls(
  parts: readonly LevelPart[],
  { tasks, assignments }: Pick<LevelledPlans, 'tasks' | 'assignments'>,
): LevelCalls {
  const changes = parts.flatMap((part) => {
    const { containerId, rows } = part
    const items = heldBy(rows, tasks)
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
