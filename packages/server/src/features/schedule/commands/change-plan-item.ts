import { type InputOf, operations, type PlanItemView } from '@millrace/contract'
import { changeItemPlan, isHard, type PlanFields } from '@millrace/core/schedule'
import { accepted, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandKeepable, demandOrder, NOTHING_NEW } from '../demand-order.ts'
import { demandPackages } from '../demand-packages.ts'
import { fieldsOf, ItemPlans } from '../item-plans.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { findCalendarsOf, type PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'

type Input = InputOf<typeof operation>
const operation = operations['schedule.changePlanItem']

/** Changes what is planned for items; a batch that names an item twice changes it twice. */
export const changePlanItem = command(operation, async (unit, inputs) => {
  const itemIds = inputs.map((input) => input.itemId)
  const projectIds = [...new Set(inputs.map((input) => input.containerId))]
  const projects = await lockProjects(unit, projectIds)
  const calendars = await findCalendarsOf(unit.tx, unit.organisationId, projectIds)
  const plans = await ItemPlans.load(unit, itemIds)
  const changes = inputs.map((input, index) => {
    const item = plans.get(input.itemId, input.containerId, index)
    const project = projects.get(input.containerId)
    if (!project) return refuse('schedule.not_on_plan', { item: item.title }, index)
    if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
    demandCalendar(input, calendars.get(input.containerId), { item: item.title, index })
    const plan = accepted(changeItemPlan(plans.planOf(item), input.patch, item), index)
    return { before: item, after: plans.put(item, input.containerId, plan), projectId: input.containerId }
  })
  await plans.save()
  await demandPackages(unit, { itemIds })
  await demandSound(unit, changes)
  await outdatePlans(unit, projectIds, itemIds)
  unit.record(changes.map((change) => plannedEvent(unit, change)))
  return changes.map(({ after, projectId }) => present(after, projectId))
})

function demandCalendar(
  { patch: { calendarId } }: Input,
  known: ReadonlySet<string> | undefined,
  { item, index }: { readonly item: string; readonly index: number },
): void {
  if (calendarId && !known?.has(calendarId)) refuse('schedule.calendar_unknown', { item }, index)
}

/** What is a hammock now, or is to keep a date, must leave the plan one that can be kept. */
async function demandSound(unit: Unit, changes: readonly Change[]): Promise<void> {
  const turned = changes.filter(({ before, after }) => before.isHammock !== after.isHammock)
  await demandOrder(unit, projectsOf(turned), { ...NOTHING_NEW, turned: itemsOf(turned) })
  const held = changes.filter(({ before, after }) => {
    const isNew = before.constraintKind !== after.constraintKind || before.constraintAt !== after.constraintAt
    return isNew && isHard(after.constraintKind)
  })
  await demandKeepable(unit, projectsOf(held), { itemIds: itemsOf(held), linkIds: new Set() })
}

function projectsOf(changes: readonly Change[]): readonly string[] {
  return [...new Set(changes.map(({ projectId }) => projectId))]
}

function itemsOf(changes: readonly Change[]): ReadonlySet<string> {
  return new Set(changes.map(({ after }) => after.itemId))
}

type Change = {
  readonly before: PlannedItemRow
  readonly after: PlannedItemRow
  readonly projectId: string
}

function plannedEvent(unit: Unit, { before, after, projectId }: Change) {
  const [from, to] = [fieldsOf(before), fieldsOf(after)]
  const names = Object.keys(to) as (keyof PlanFields)[] // Its own keys.
  const changed = names.filter((name) => from[name] !== to[name])
  return {
    id: unit.newId<'Event'>(),
    kind: 'schedule.item_planned',
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'planItem', id: after.itemId },
    containerId: projectId,
    data: { changes: Object.fromEntries(changed.map((name) => [name, { from: from[name], to: to[name] }])) },
  }
}

function present(item: PlannedItemRow, containerId: string): PlanItemView {
  const { itemId: id, wbsCode, costMinor } = item
  return { id, containerId, wbsCode, costMinor, ...fieldsOf(item) }
}
