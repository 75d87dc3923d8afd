import { err, ok } from '@millrace/core/kernel'
import { checkResource } from '@millrace/core/schedule'
import type { Input } from '../api.ts'
import { dayStart } from '../time-zone.ts'
import { callOf } from './calls.ts'
import type { Draft } from './draft.ts'
import type { Forecasts } from './forecast.ts'
import { type Plan, type Resource, writeOf } from './kinds.ts'

/** What plans are calculated from is shown as it will be: who and what there is, when is worked, and the rules. */
export const groundForecasts = {
  'schedule.saveResource': (draft, input) => {
    const before = draft.read('resource', input.id)
    const resource = resourceOf(input)
    const checked = checkResource(resource, knownOn(draft))
    if (!checked.ok) return checked
    draft.write(writeOf('resource', resource.id, resource))
    const { id } = resource
    return ok([before ? callOf('schedule.saveResource', before) : callOf('schedule.removeResource', { id })])
  },
  'schedule.removeResource': (draft, { id }) => {
    const before = draft.read('resource', id)
    if (!before) return ok([])
    const count = draft.list('assignment', ({ resourceId }) => resourceId === id).length
    if (count > 0) return err({ code: 'schedule.resource_in_use', params: { name: before.name, count } })
    draft.write(writeOf('resource', id, null))
    return ok([callOf('schedule.saveResource', before)])
  },
  'schedule.saveCalendar': (draft, calendar) => {
    const { id } = calendar
    const before = draft.read('calendar', id)
    draft.write(writeOf('calendar', id, calendar))
    return ok([before ? callOf('schedule.saveCalendar', before) : callOf('schedule.removeCalendar', { id })])
  },
  'schedule.removeCalendar': (draft, { id }) => {
    const before = draft.read('calendar', id)
    if (!before) return ok([])
    draft.write(writeOf('calendar', id, null))
    return ok([callOf('schedule.saveCalendar', before)])
  },
  'schedule.changePlanSettings': (draft, { containerId, patch }) => {
    const before = draft.read('plan', containerId)
    if (!before) return ok([])
    const given = Object.entries(patch).filter(([, value]) => value !== undefined)
    const said: Plan = { ...before, ...Object.fromEntries(given) }
    draft.write(writeOf('plan', containerId, { ...said, startAt: startOf(draft, before, said) }))
    const values: Readonly<Record<string, unknown>> = before
    const back = Object.fromEntries(given.map(([name]) => [name, values[name]]))
    return ok([callOf('schedule.changePlanSettings', { containerId, patch: back })])
  },
} satisfies Forecasts

const USUAL = {
  ...{ personId: null, calendarId: null, maxUnits: 1, rateMinorPerHour: null, costPerUseMinor: null },
  ...{ unitLabel: '', availability: [], dayLimitMin: null, weekLimitMin: null, skills: [] },
  ...{ crewMemberIds: [], rates: [] },
}

/** A resource with what the contract takes for what is not said. */
function resourceOf(input: Input<'schedule.saveResource'>): Resource {
  const given = Object.entries(input).filter(([, value]) => value !== undefined)
  // Whatever is left out has a usual value above.
  return { ...USUAL, ...Object.fromEntries(given) } as unknown as Resource
}

function knownOn(draft: Draft): Parameters<typeof checkResource>[1] {
  const all = draft.list('resource', () => true)
  return {
    resources: new Map(all.map((resource) => [resource.id, resource])),
    membersOfCrews: new Set(all.flatMap(({ crewMemberIds }) => crewMemberIds)),
  }
}

/** Where the plan begins: where it is said to, else with its project; when that was made only the server knows. */
function startOf(draft: Draft, before: Plan, { id, startsAt }: Plan): number {
  if (startsAt !== null) return startsAt
  const startsOn = draft.read('container', id)?.startsOn
  const timeZone = draft.organisation()?.timeZone ?? 'UTC'
  return startsOn ? dayStart(startsOn, timeZone) : before.startAt
}
