import type { PlanView } from '@millrace/contract'
import type { CommandName } from '../../../../platform/api.ts'
import { type Call, callOf } from '../../../../platform/store/index.ts'

/** One thing that was done in a scenario, as the commands that would do it in the plan. */
export type ScenarioStep = { readonly id: string; readonly label: string; readonly calls: readonly Call[] }

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

/** The dates of an item that has days of its own. */
const DAYS = new Set(['startsOn', 'dueOn'])

/** How much work it is, by which the server finds durations anew. */
const OF_WORK = new Set(['taskType', 'isEffortDriven', 'quantity', 'quantityUnit', 'normMin'])

/** The commands whose outcome a scenario can show: what moves work in time. */
const HELD: ReadonlySet<CommandName> = new Set<CommandName>([
  'schedule.setLevelling',
  'work.relateItems',
  'work.unrelateItems',
])

/** Whether a scenario of a project can hold a command. */
export function holds(call: Call, containerId: string): boolean {
  if ('containerId' in call.input && call.input.containerId !== containerId) return false
  if (call.name === 'work.changeItem') return Object.keys(call.input.patch).every((field) => DAYS.has(field))
  if (call.name === 'schedule.changePlanItem') {
    return !Object.keys(call.input.patch).some((field) => OF_WORK.has(field))
  }
  return HELD.has(call.name)
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

/** What the commands of a scenario name: items and links that must be there for them. */
type Named = { readonly itemIds: readonly string[]; readonly linkIds: readonly string[] }

function namedBy(call: Call): Named {
  switch (call.name) {
    case 'schedule.changePlanItem':
      return { itemIds: [call.input.itemId], linkIds: [] }
    case 'schedule.setLevelling':
      return { itemIds: call.input.items.map(({ itemId }) => itemId), linkIds: [] }
    case 'work.changeItem':
      return { itemIds: [call.input.id], linkIds: [] }
    case 'work.relateItems':
      return { itemIds: [call.input.fromId, call.input.toId], linkIds: [] }
    case 'work.unrelateItems':
      return { itemIds: [], linkIds: [call.input.id] }
    default:
      return { itemIds: [], linkIds: [] }
  }
}

/**
 * The steps whose items and links are still in the plan: others may have changed it since.
 *
 * @param known ids of the items and links of the plan as it stands
 */
export function fittingSteps({ steps }: Scenario, known: ReadonlySet<string>): readonly ScenarioStep[] {
  const made = new Set<string>()
  return steps.filter(({ calls }) => {
    const isThere = calls.every((call) => {
      const { itemIds, linkIds } = namedBy(call)
      return itemIds.every((id) => known.has(id)) && linkIds.every((id) => known.has(id) || made.has(id))
    })
    if (!isThere) return false
    for (const call of calls) if (call.name === 'work.relateItems') made.add(call.input.id)
    return true
  })
}

/**
 * The commands that carry steps out. Days of an item are said once, as they are in the end: a change names the days
 * that it found, which are not those that another one of the same batch has made.
 */
export function carryOut(steps: readonly ScenarioStep[]): readonly Call[] {
  const calls = steps.flatMap((step) => step.calls)
  const patches = new Map<string, object>()
  for (const call of calls) {
    if (call.name !== 'work.changeItem') continue
    patches.set(call.input.id, { ...patches.get(call.input.id), ...call.input.patch })
  }
  return calls.flatMap((call) => {
    if (call.name !== 'work.changeItem') return [call]
    const patch = patches.get(call.input.id)
    patches.delete(call.input.id)
    return patch ? [callOf('work.changeItem', { id: call.input.id, patch })] : []
  })
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
