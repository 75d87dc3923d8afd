import { type Call, callOf } from '../../../../platform/store/index.ts'
import type { ScenarioStep } from './scenario.ts'

/** Who would carry out a scenario, and what is there for it. */
export type Ground = {
  /** Ids of the items, links, assignments, resources and calendars of the plan as it stands. */
  readonly known: ReadonlySet<string>
  readonly isManager: boolean
  /** Whether what all projects share is theirs to change. */
  readonly isOrganiser: boolean
  /** Whether core refuses a step as the plan stands now. */
  readonly isRefused: (stepId: string) => boolean
}

/**
 * Why a step cannot be carried out: what it changes is gone from the plan, it is for whoever manages the project or runs
 * the organisation, it builds on a step that cannot be, or the plan as it stands now does not allow it.
 */
export type Hindrance = 'gone' | 'manager' | 'organiser' | 'builds' | 'refused'

/** A step, and why it cannot be carried out; null: it can. */
export type Judged = { readonly step: ScenarioStep; readonly hindrance: Hindrance | null }

/** Each step of a scenario, and whether it can be carried out. */
export function judgeSteps(steps: readonly ScenarioStep[], ground: Ground): readonly Judged[] {
  const made = new Set<string>()
  const missing = new Set<string>()
  return steps.map((step) => {
    const own = new Set(step.calls.flatMap(madeBy))
    const needed = step.calls.flatMap(neededBy).filter((id) => !own.has(id) && !made.has(id))
    const hindrance =
      step.calls.map((call) => rightMissing(call, ground)).find((right) => right !== null) ??
      (needed.some((id) => missing.has(id)) ? 'builds' : null) ??
      (needed.some((id) => !ground.known.has(id)) ? 'gone' : null) ??
      (ground.isRefused(step.id) ? 'refused' : null)
    for (const id of own) (hindrance === null ? made : missing).add(id)
    return { step, hindrance }
  })
}

/** What it takes beside being allowed to write in the project. */
function rightMissing(call: Call, { isManager, isOrganiser }: Ground): 'manager' | 'organiser' | null {
  switch (call.name) {
    case 'schedule.saveResource':
    case 'schedule.saveCalendar':
      // Whoever does not manage the project is not told prices, and must not take them away.
      if (!isManager) return 'manager'
      return call.input.containerId !== null || isOrganiser ? null : 'organiser'
    case 'schedule.removeResource':
    case 'schedule.removeCalendar':
    case 'schedule.changePlanSettings':
    case 'schedule.setLevelling':
      return isManager ? null : 'manager'
    default:
      return null
  }
}

function madeBy(call: Call): readonly string[] {
  switch (call.name) {
    case 'schedule.saveResource':
    case 'schedule.saveCalendar':
    case 'schedule.assign':
    case 'work.relateItems':
      return [call.input.id]
    default:
      return []
  }
}

/** What must be there for a command. */
function neededBy(call: Call): readonly string[] {
  switch (call.name) {
    case 'schedule.changePlanItem':
      return [call.input.itemId, ...given(call.input.patch.calendarId)]
    case 'schedule.setLevelling':
      return [
        ...call.input.items.map(({ itemId }) => itemId),
        ...(call.input.assignments ?? []).flatMap(({ assignmentId, resourceId }) => [
          assignmentId,
          ...given(resourceId),
        ]),
      ]
    case 'schedule.assign':
      return [call.input.itemId, ...given(call.input.resourceId)]
    case 'schedule.saveResource':
      return [...given(call.input.calendarId), ...(call.input.crewMemberIds ?? [])]
    case 'schedule.saveCalendar':
      return given(call.input.baseId)
    case 'schedule.changePlanSettings':
      return given(call.input.patch.calendarId)
    case 'work.relateItems':
      return [call.input.fromId, call.input.toId]
    case 'schedule.changeAssignment':
      return [call.input.id, ...given(call.input.patch.resourceId)]
    case 'work.changeItem':
    case 'work.unrelateItems':
    case 'work.archiveItem':
    case 'schedule.unassign':
    case 'schedule.removeResource':
    case 'schedule.removeCalendar':
      return [call.input.id]
    default:
      return []
  }
}

function given(id: string | null | undefined): readonly string[] {
  return id == null ? [] : [id]
}

/**
 * The commands that carry steps out. Days of an item are said once, as they are in the end: a change names the days
 * that it found, which are not those that another one of the same batch has made. Efforts stay in their order, because
 * whoever is put on an item changes it as well, and name none.
 */
export function carryOut(steps: readonly ScenarioStep[]): readonly Call[] {
  const calls = steps.flatMap((step) => step.calls)
  const days = new Map<string, object>()
  for (const call of calls) {
    if (call.name !== 'work.changeItem') continue
    const { effortMin: _effortMin, ...patch } = call.input.patch
    days.set(call.input.id, { ...days.get(call.input.id), ...patch })
  }
  return calls.flatMap((call) => {
    if (call.name !== 'work.changeItem') return [call]
    const { id } = call.input
    const { effortMin } = call.input.patch
    const patch = days.get(id) ?? {}
    days.delete(id)
    return [
      ...(Object.keys(patch).length === 0 ? [] : [callOf('work.changeItem', { id, patch })]),
      ...(effortMin === undefined ? [] : [callOf('work.changeItem', { id, patch: { effortMin }, seen: {} })]),
    ]
  })
}
