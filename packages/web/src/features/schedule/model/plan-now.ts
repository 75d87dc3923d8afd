import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Assignment, Calendar, Plan, Resource } from '../../../platform/store/index.ts'

/** What the store knows of that plans are calculated from, by id. */
export type GroundTables = {
  readonly assignment: ReadonlyMap<string, Assignment>
  readonly resource: ReadonlyMap<string, Resource>
  readonly calendar: ReadonlyMap<string, Calendar>
  readonly plan: ReadonlyMap<string, Plan>
}

type Around = GroundTables & {
  readonly containerId: string
  readonly rows: readonly PlanRowView[]
}

/**
 * A plan with who does what, who and what there is, when is worked and by which rules as of now: what was changed here is
 * shown before the plan is asked for again. What is as it was told stays the same object.
 */
export function planNow(told: PlanView, around: Around): PlanView {
  const assignments = assignmentsNow(told.assignments, around)
  const resources = resourcesNow(told.resources, assignments, around)
  const calendars = calendarsNow(told.calendars, around)
  const settings = settingsNow(told.settings, around.plan.get(around.containerId))
  const isSame =
    assignments === told.assignments &&
    resources === told.resources &&
    calendars === told.calendars &&
    settings === told.settings
  return isSame ? told : { ...told, assignments, resources, calendars, settings }
}

/** Whether dates may lie elsewhere because of what changed since the plan was told. */
export function isMovedBy(told: PlanView, now: PlanView): boolean {
  return (
    now.resources !== told.resources ||
    now.calendars !== told.calendars ||
    now.settings !== told.settings ||
    now.assignments !== told.assignments
  )
}

function assignmentsNow(told: PlanView['assignments'], { assignment: known, rows }: Around) {
  const items = new Set(rows.map(({ itemId }) => itemId))
  const now = [...known.values()].filter(({ itemId }) => items.has(itemId))
  const isSame = now.length === told.length && told.every((each) => isSameShare(each, known.get(each.id)))
  return isSame ? told : now
}

function isSameShare(one: Assignment, other: Assignment | undefined): boolean {
  return (
    other !== undefined &&
    one.units === other.units &&
    one.workMin === other.workMin &&
    one.resourceId === other.resourceId &&
    isEqual(one.alternatives, other.alternatives)
  )
}

/** Those that were told, those that were made here since, and shared ones that somebody was just put on an item of. */
function resourcesNow(
  told: PlanView['resources'],
  assignments: PlanView['assignments'],
  { resource: known, containerId }: Around,
): PlanView['resources'] {
  const assigned = new Set<string | null>(assignments.map(({ resourceId }) => resourceId))
  return withMade(told, known, (each) => each.containerId === containerId || assigned.has(each.id))
}

function calendarsNow(told: PlanView['calendars'], { calendar: known, containerId }: Around) {
  return withMade(told, known, (each) => each.containerId === containerId)
}

function withMade<One extends { readonly id: string }>(
  told: readonly One[],
  known: ReadonlyMap<string, One>,
  isOurs: (one: One) => boolean,
): readonly One[] {
  const before = new Set(told.map(({ id }) => id))
  const made = [...known.values()].filter((each) => !before.has(each.id) && isOurs(each))
  const kept = told.flatMap((each) => {
    const now = known.get(each.id)
    return now === undefined ? [] : [isEqual(each, now) ? each : now]
  })
  const isSame =
    made.length === 0 && kept.length === told.length && kept.every((each, at) => each === told[at])
  return isSame ? told : [...kept, ...made]
}

/** Whether it has been calculated stays as it was told: together with the dates. */
function settingsNow(told: PlanView['settings'], known: Plan | undefined): PlanView['settings'] {
  if (!known) return told
  const { id: _id, isCurrent: _isCurrent, refusal: _refusal, ...said } = known
  const names = Object.keys(said) as (keyof typeof said)[] // Its own keys.
  return names.every((name) => told[name] === said[name]) ? told : { ...told, ...said }
}

/** Of plain values, as views are. */
function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other)
}
