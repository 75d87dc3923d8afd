import type { PlanView } from '@millrace/contract'
import type { Call } from '../../../../platform/store/index.ts'
import type { Seen } from './seen.ts'

/** One thing that was done in a scenario, as the commands that would do it in the plan. */
export type ScenarioStep = {
  readonly id: string
  readonly label: string
  readonly calls: readonly Call[]
  /** What stood in the plan where it changes something, by name. */
  readonly seen?: Seen
}

/** A plan as it might be: steps that nobody else sees, and that change nothing before they are carried out. */
export type Scenario = {
  readonly id: string
  readonly name: string
  readonly steps: readonly ScenarioStep[]
  /** What was taken back, the last first: it can be done again. */
  readonly undone: readonly ScenarioStep[]
}

/** The scenarios of a plan, of which at most one is open. */
export type Shelf = { readonly openId: string | null; readonly scenarios: readonly Scenario[] }

export const EMPTY_SHELF: Shelf = { openId: null, scenarios: [] }

/** What of an item itself a scenario can hold: days of its own, and how much work it is. */
const OF_ITEM = new Set(['startsOn', 'dueOn', 'effortMin'])

/** Whether a scenario of a project can hold a command: whatever the plan is calculated from. */
export function holds(call: Call, containerId: string): boolean {
  switch (call.name) {
    case 'work.changeItem':
      return Object.keys(call.input.patch).every((field) => OF_ITEM.has(field))
    case 'schedule.changePlanSettings':
      // Whether dates are calculated at all is decided once, looking at what would move.
      return call.input.containerId === containerId && !('isScheduled' in call.input.patch)
    case 'schedule.saveResource':
    case 'schedule.saveCalendar':
      return call.input.containerId === null || call.input.containerId === containerId
    case 'schedule.changePlanItem':
    case 'schedule.setLevelling':
    case 'schedule.assign':
      return call.input.containerId === containerId
    case 'schedule.changeAssignment':
    case 'schedule.unassign':
    case 'schedule.removeResource':
    case 'schedule.removeCalendar':
    case 'work.relateItems':
    case 'work.unrelateItems':
    case 'work.archiveItem':
      return true
    default:
      return false
  }
}

/** The scenario that is open. */
export function openOn({ openId, scenarios }: Shelf): Scenario | null {
  return scenarios.find(({ id }) => id === openId) ?? null
}

/** A new scenario lies on the shelf, open. */
export function withNew(shelf: Shelf, { id, name }: Pick<Scenario, 'id' | 'name'>): Shelf {
  return { openId: id, scenarios: [...shelf.scenarios, { id, name, steps: [], undone: [] }] }
}

/** The shelf with the open scenario changed; null takes it away. */
export function withOpen(shelf: Shelf, change: (scenario: Scenario) => Scenario | null): Shelf {
  const open = openOn(shelf)
  if (!open) return shelf
  const next = change(open)
  if (next === null) {
    return { openId: null, scenarios: shelf.scenarios.filter((each) => each !== open) }
  }
  return { ...shelf, scenarios: shelf.scenarios.map((each) => (each === open ? next : each)) }
}

/** One step further: what was taken back before cannot be done again. */
export function withStep(scenario: Scenario, step: ScenarioStep): Scenario {
  return { ...scenario, steps: [...scenario.steps, step], undone: [] }
}

/** The last step is taken back. */
export function stepBack(scenario: Scenario): Scenario {
  const last = scenario.steps.at(-1)
  if (!last) return scenario
  return { ...scenario, steps: scenario.steps.slice(0, -1), undone: [last, ...scenario.undone] }
}

/** The step that was taken back last is done again. */
export function stepForth(scenario: Scenario): Scenario {
  const [next, ...undone] = scenario.undone
  return next ? { ...scenario, steps: [...scenario.steps, next], undone } : scenario
}

/** A step is taken out, wherever it stands. */
export function withoutStep(scenario: Scenario, stepId: string): Scenario {
  return { ...scenario, steps: scenario.steps.filter(({ id }) => id !== stepId) }
}

/** Only some steps stay: the others have been carried out. Null: none does. */
export function withOnly(scenario: Scenario, steps: readonly ScenarioStep[]): Scenario | null {
  return steps.length === 0 ? null : { ...scenario, steps, undone: [] }
}

/** The links that a scenario makes and removes, with all that they say. */
export function linksOf({ steps }: Scenario): {
  readonly made: PlanView['links']
  readonly removed: ReadonlySet<string>
} {
  const made = new Map<string, PlanView['links'][number]>()
  const removed = new Set<string>()
  for (const call of steps.flatMap(({ calls }) => calls)) {
    if (call.name === 'work.relateItems') {
      const { linkType = 'FS', lag = 0, lagUnit = 'workingMin', ...ends } = call.input
      made.set(ends.id, { ...ends, linkType, lag, lagUnit })
    }
    if (call.name !== 'work.unrelateItems') continue
    if (!made.delete(call.input.id)) removed.add(call.input.id)
  }
  return { made: [...made.values()], removed }
}

/** The shelf as a device keeps it; an empty one when it cannot be read. */
export function readShelf(text: string | null): Shelf {
  if (text === null) return EMPTY_SHELF
  try {
    const value: unknown = JSON.parse(text)
    return isShelf(value) ? value : EMPTY_SHELF
  } catch {
    // Something else wrote there; the shelf begins anew.
    return EMPTY_SHELF
  }
}

function isShelf(value: unknown): value is Shelf {
  return isRecord(value) && Array.isArray(value['scenarios']) && value['scenarios'].every(isScenario)
}

function isScenario(value: unknown): value is Scenario {
  if (!isRecord(value) || typeof value['id'] !== 'string' || typeof value['name'] !== 'string') return false
  return [value['steps'], value['undone']].every((steps) => Array.isArray(steps) && steps.every(isStep))
}

function isStep(value: unknown): value is ScenarioStep {
  return isRecord(value) && typeof value['id'] === 'string' && Array.isArray(value['calls'])
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
