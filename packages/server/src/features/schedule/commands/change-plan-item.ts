import { type InputOf, operations, type PlanItemView } from '@millrace/contract'
import { changePlanFields, type PlanFields } from '@millrace/core/schedule'
import { accepted, command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { findCalendarsOf, findPlannedItems, type PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects } from '../queries/find-projects.ts'
import { savePlanItems } from '../store/plan.ts'

type Input = InputOf<typeof operation>
const operation = operations['schedule.changePlanItem']

/** Changes what is planned for items; a batch that names an item twice changes it twice. */
export const changePlanItem = command(operation, async (unit, inputs) => {
  const { tx, organisationId } = unit
  const itemIds = inputs.map((input) => input.itemId)
  const projectIds = [...new Set(inputs.map((input) => input.containerId))]
  const projects = await lockProjects(unit, projectIds)
  const calendars = await findCalendarsOf(tx, organisationId, projectIds)
  const items = new Map(await findPlannedItems(tx, organisationId, itemIds))
  const changes = inputs.map((input, index) => {
    const item = itemFor(unit, items, { input, index })
    const project = projects.get(input.containerId)
    if (!project) return refuse('schedule.not_on_plan', { item: item.title }, index)
    if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
    const { calendarId } = input.patch
    if (calendarId && !calendars.get(input.containerId)?.has(calendarId)) {
      refuse('schedule.calendar_unknown', { item: item.title }, index)
    }
    const fields = accepted(changePlanFields(fieldsOf(item), input.patch, item), index)
    const after: PlannedItemRow = { ...item, ...fields, projectId: input.containerId }
    items.set(item.itemId, after)
    return { before: item, after, projectId: input.containerId }
  })
  await save(unit, items)
  await demandPackages(unit, { itemIds })
  await outdatePlans(unit, projectIds)
  unit.record(changes.map((change) => plannedEvent(unit, change)))
  return changes.map(({ after, projectId }) => present(after, projectId))
})

type Wanted = { readonly input: Input; readonly index: number }

/** The item, when the person may write it and it is part of the project. */
function itemFor(
  unit: Unit,
  items: ReadonlyMap<string, PlannedItemRow>,
  { input, index }: Wanted,
): PlannedItemRow {
  const item = items.get(input.itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
  const { containerIds } = item
  demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
  const isElsewhere = item.projectId !== null && item.projectId !== input.containerId
  if (isElsewhere || !containerIds.includes(input.containerId)) {
    refuse('schedule.not_on_plan', { item: item.title }, index)
  }
  return item
}

async function save(unit: Unit, items: ReadonlyMap<string, PlannedItemRow>): Promise<void> {
  const byProject = Map.groupBy(items.values(), (item) => item.projectId ?? '')
  await Promise.all([...byProject].map(([projectId, planItems]) => savePlanItems(unit, projectId, planItems)))
}

type Change = { readonly before: PlannedItemRow; readonly after: PlannedItemRow; readonly projectId: string }

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

function fieldsOf(item: PlannedItemRow): PlanFields {
  return {
    startAt: item.startAt,
    finishAt: item.finishAt,
    durationMin: item.durationMin,
    isElapsed: item.isElapsed,
    percentComplete: item.percentComplete,
    isManual: item.isManual,
    constraintKind: item.constraintKind,
    constraintAt: item.constraintAt,
    deadlineAt: item.deadlineAt,
    levelledAt: item.levelledAt,
    calendarId: item.calendarId,
    actualStartAt: item.actualStartAt,
    actualFinishAt: item.actualFinishAt,
    remainingMin: item.remainingMin,
  }
}

function present(item: PlannedItemRow, containerId: string): PlanItemView {
  const { itemId: id, wbsCode, fixedCostMinor, costMinor } = item
  return { id, containerId, wbsCode, fixedCostMinor, costMinor, ...fieldsOf(item) }
}
