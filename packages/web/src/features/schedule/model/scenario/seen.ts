import type { Call } from '../../../../platform/store/index.ts'
import type { EntityOf, Kind } from '../../../../platform/store/kinds.ts'

/** Values of the plan as they stood when something was said about them, each by where it stands. */
export type Seen = Readonly<Record<string, unknown>>

/** Reads what is shown, without any scenario. */
export type ReadShown = <K extends Kind>(kind: K, id: string) => EntityOf[K] | undefined

/** What stands in the plan where commands would change something; what they make themselves is not there yet. */
export function seenOf(calls: readonly Call[], read: ReadShown): Seen {
  return Object.fromEntries(calls.flatMap((call) => entriesOf(call, read)))
}

/** Whether somebody has changed since what a step changes: carried out, the step counts. */
export function isChangedSince(calls: readonly Call[], seen: Seen | undefined, read: ReadShown): boolean {
  if (seen === undefined) return false
  const now = seenOf(calls, read)
  return Object.entries(seen).some(
    ([place, value]) => place in now && JSON.stringify(now[place]) !== JSON.stringify(value),
  )
}

type Entries = readonly (readonly [string, unknown])[]

function entriesOf(call: Call, read: ReadShown): Entries {
  switch (call.name) {
    case 'work.changeItem':
      return valuesOf(read('item', call.input.id), call.input.id, call.input.patch)
    case 'schedule.changePlanItem':
      return valuesOf(read('planItem', call.input.itemId), call.input.itemId, call.input.patch)
    case 'schedule.changeAssignment':
      return valuesOf(read('assignment', call.input.id), call.input.id, call.input.patch)
    case 'schedule.changePlanSettings':
      return valuesOf(read('plan', call.input.containerId), call.input.containerId, call.input.patch)
    case 'schedule.saveResource':
      return valuesOf(read('resource', call.input.id), call.input.id, call.input)
    case 'schedule.saveCalendar':
      return valuesOf(read('calendar', call.input.id), call.input.id, call.input)
    default:
      return []
  }
}

function valuesOf(entity: object | undefined, id: string, fields: object): Entries {
  if (entity === undefined) return []
  const values = new Map(Object.entries(entity))
  return Object.keys(fields).map((name) => [`${id} ${name}`, values.get(name) ?? null] as const) // A pair.
}
