import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Foreseen, Item } from '../../../../platform/store/index.ts'
import { outlineNow } from '../outline-now.ts'
import { type GroundTables, planNow } from '../plan-now.ts'
import { saidRows } from '../said-rows.ts'
import { linksOf, type Scenario } from './scenario.ts'

/** A plan with its rows before dates are calculated for them. */
export type Standing = { readonly plan: PlanView; readonly rows: readonly PlanRowView[] }

/** What a plan is made of as it stands. */
export type Around = {
  readonly containerId: string
  readonly timeZone: string
  /** Items of the project that are not archived. */
  readonly items: readonly Item[]
  readonly tables: GroundTables
}

/**
 * The plan as it would be in a scenario, before dates are calculated for it. What the scenario leaves alone stays the
 * same object.
 *
 * @param writes what the commands of the scenario make of what the store keeps
 */
export function whatIf(
  { plan, rows }: Standing,
  { scenario, writes }: { readonly scenario: Scenario; readonly writes: Foreseen['writes'] },
  { containerId, timeZone, items, tables }: Around,
): Standing {
  const outlined = withoutLeftOut(rows, items, writes.item)
  const isSaid = writes.item.size + writes.planItem.size > 0
  const said = isSaid
    ? saidRows(outlined, { items: writes.item, planItems: writes.planItem, timeZone }).rows
    : outlined
  const now = planNow(plan, { ...written(tables, writes), containerId, rows: said })
  const { made, removed } = linksOf(scenario)
  const kept = without(plan.links, removed)
  const outside = without(plan.outside.links, removed)
  const isTied = kept !== plan.links || made.length > 0 || outside !== plan.outside.links
  if (!isTied) return { rows: said, plan: now }
  const links = made.length === 0 ? kept : [...kept, ...made]
  return { rows: said, plan: { ...now, links, outside: { ...plan.outside, links: outside } } }
}

/** What is left out counts as not there, with all that lies below it. */
function withoutLeftOut(
  rows: readonly PlanRowView[],
  items: readonly Item[],
  written: Foreseen['writes']['item'],
): readonly PlanRowView[] {
  const isLeftOut = ({ id }: Item) => written.get(id)?.archivedAt != null
  if (!items.some(isLeftOut)) return rows
  const itemOf = new Map(items.map((item) => [item.id, item]))
  return outlineNow(rows, {
    items: items.filter((item) => !isLeftOut(item)),
    read: (itemId) => written.get(itemId) ?? itemOf.get(itemId),
  })
}

/** The tables with what a scenario writes above them. */
export function written(tables: GroundTables, writes: Foreseen['writes']): GroundTables {
  return {
    assignment: over(tables.assignment, writes.assignment),
    resource: over(tables.resource, writes.resource),
    calendar: over(tables.calendar, writes.calendar),
    plan: over(tables.plan, writes.plan),
  }
}

function over<One>(
  below: ReadonlyMap<string, One>,
  above: ReadonlyMap<string, One | null>,
): ReadonlyMap<string, One> {
  if (above.size === 0) return below
  const both = new Map(below)
  for (const [id, one] of above) {
    if (one === null) both.delete(id)
    else both.set(id, one)
  }
  return both
}

/** The same links where none of them is removed. */
function without<Link extends { readonly id: string }>(
  links: readonly Link[],
  removed: ReadonlySet<string>,
): readonly Link[] {
  return links.some(({ id }) => removed.has(id)) ? links.filter(({ id }) => !removed.has(id)) : links
}
