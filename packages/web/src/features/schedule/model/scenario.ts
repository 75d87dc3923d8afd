import type { PlanRowView, PlanView } from '@millrace/contract'
import type { PlanPatch } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../platform/store/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'

/** A change that is tried out and not said yet, such as a bar that is being dragged. */
export type Trial = { readonly itemId: string; readonly patch: PlanPatch }

/** A plan as it might be: changes of items and links that nobody else sees before they are kept. */
export type Scenario = {
  readonly trials: readonly Trial[]
  readonly links: PlanView['links']
}

export const NO_CHANGES: Scenario = { trials: [], links: [] }

/** The scenario with a change more; what was said before about the same item stays beside it. */
export function withTrial({ trials, links }: Scenario, { itemId, patch }: Trial): Scenario {
  const before = trials.find((trial) => trial.itemId === itemId)?.patch ?? {}
  const others = trials.filter((trial) => trial.itemId !== itemId)
  return { links, trials: [...others, { itemId, patch: { ...before, ...patch } }] }
}

/** How many changes it is made of. */
export function sizeOf({ trials, links }: Scenario): number {
  return trials.length + links.length
}

/** The rows with what is tried out. */
export function tried(rows: readonly PlanRowView[], trials: readonly Trial[]): readonly PlanRowView[] {
  if (trials.length === 0) return rows
  const patches = new Map(trials.map(({ itemId, patch }) => [itemId, patch]))
  return rows.map((row) => {
    const given = Object.entries(patches.get(row.itemId) ?? {}).filter(([, value]) => value !== undefined)
    return given.length === 0 ? row : { ...row, ...Object.fromEntries(given) }
  })
}

type Around = {
  /** As they stand without the scenario. */
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly timeZone: string
}

/** The commands that make it so. Items with days of their own get other days. */
export function callsOf({ trials, links }: Scenario, around: Around): readonly Call[] {
  const rowOf = new Map(around.rows.map((row) => [row.itemId, row]))
  const changes = trials.flatMap(({ itemId, patch }) => {
    const row = rowOf.get(itemId)
    return row ? [changeOf(row, patch, around)] : []
  })
  return [...changes, ...links.map((link) => callOf('work.relateItems', link))]
}

function changeOf(row: PlanRowView, patch: PlanPatch, { containerId, timeZone }: Around): Call {
  const { itemId } = row
  if (row.datesFrom !== 'item') return callOf('schedule.changePlanItem', { containerId, itemId, patch })
  const [startAt, finishAt] = [patch.startAt ?? row.startAt, patch.finishAt ?? row.finishAt]
  return callOf('work.changeItem', {
    id: itemId,
    patch: {
      ...(startAt === null ? {} : { startsOn: dayOf(startAt, timeZone) }),
      ...(finishAt === null ? {} : { dueOn: dayOf(finishAt - 1, timeZone) }),
    },
  })
}

/** A scenario as the device keeps it; null when it cannot be read as one. */
export function readScenario(text: string | null): Scenario | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isScenario(value) ? value : null
  } catch {
    return null
  }
}

function isScenario(value: unknown): value is Scenario {
  if (typeof value !== 'object' || value === null || !('trials' in value) || !('links' in value)) return false
  return Array.isArray(value.trials) && Array.isArray(value.links)
}
