import { type AssignmentView, operations, type ParsedInputOf, type ResourceView } from '@millrace/contract'
import {
  addAssignee,
  changeItemWork,
  changeWork,
  type ItemPlan,
  removeAssignee,
} from '@millrace/core/schedule'
import { accepted, command, mayInContainers, refuse, type Unit } from '../../../platform/commands/index.ts'
import { demandPackages } from '../demand-packages.ts'
import { demandTaker } from '../demand-taker.ts'
import { doesWork, ItemPlans } from '../item-plans.ts'
import { outdatePlans } from '../outdate-plans.ts'
import { isAssignable } from '../policy.ts'
import { type AssignmentRow, findAssignments } from '../queries/find-assignments.ts'
import type { PlannedItemRow } from '../queries/find-planned-items.ts'
import { lockProjects, type Project } from '../queries/find-projects.ts'
import { findResources } from '../queries/find-resources.ts'

type New = ParsedInputOf<(typeof operations)['schedule.assign']>
type Change = ParsedInputOf<(typeof operations)['schedule.changeAssignment']>

/** Puts resources on items, or skills that they need. */
export const assign = command(operations['schedule.assign'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const projects = await lockProjects(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const ids = inputs.map(({ id }) => id)
  const plans = await ItemPlans.load(
    unit,
    inputs.map(({ itemId }) => itemId),
  )
  const taken = await findAssignments(tx, organisationId, { itemIds: [], ids })
  const resources = await findResources(
    tx,
    organisationId,
    inputs.flatMap(({ resourceId, alternatives }) => [resourceId ?? [], namedIn(alternatives)].flat()),
  )
  const made = inputs.map((input, index) => {
    const item = itemIn(plans, projects, { input, index })
    if (taken.some(({ id }) => id === input.id)) refuse('platform.exists', { what: 'assignment' }, index)
    const resource = resources.get(input.resourceId ?? '')
    const assignment = draftOf(input, resource?.kind ?? 'work')
    demandTaker(resources, assignment, { item: item.title, containerId: input.containerId, index })
    demandOnce(plans, assignment, { name: resource?.name ?? '', item, index })
    demandAlternatives(resources, input.alternatives, { item, containerId: input.containerId, index })
    const plan = accepted(withAssignee(plans.planOf(item), assignment, input), index)
    plans.putAssignment(assignment)
    plans.put(item, input.containerId, plan)
    return assignment
  })
  return await finish(unit, plans, { kind: 'schedule.assigned', changed: made })
})

type At = { readonly input: New; readonly index: number }

function itemIn(
  plans: ItemPlans,
  projects: ReadonlyMap<string, Project>,
  { input, index }: At,
): PlannedItemRow {
  const item = plans.get(input.itemId, input.containerId, index)
  const project = projects.get(input.containerId)
  if (!project) return refuse('schedule.not_on_plan', { item: item.title }, index)
  if (project.is_archived) refuse('work.container_archived', { name: project.name }, index)
  if (item.isSummary) refuse('schedule.summary_spans', { item: item.title }, index)
  return item
}

type Named = { readonly name: string; readonly item: PlannedItemRow; readonly index: number }

/** Somebody is on an item once; several with one skill may be needed. */
function demandOnce(plans: ItemPlans, { id, resourceId }: AssignmentRow, { name, item, index }: Named): void {
  const others = plans.assignmentsOf(item.itemId).filter((other) => other.id !== id)
  if (resourceId !== null && others.some((other) => other.resourceId === resourceId)) {
    refuse('schedule.resource_assigned', { item: item.title, name }, index)
  }
}

type Among = { readonly item: PlannedItemRow; readonly containerId: string; readonly index: number }

/** Whoever may do it instead can be assigned in the project. */
function demandAlternatives(
  resources: ReadonlyMap<string, ResourceView>,
  alternatives: AssignmentView['alternatives'] | undefined,
  { item, containerId, index }: Among,
): void {
  const isWrong = namedIn(alternatives).some((id) => !isAssignable(resources.get(id), containerId))
  if (isWrong) refuse('schedule.resource_unknown', { item: item.title }, index)
}

function namedIn(alternatives: AssignmentView['alternatives'] | undefined): readonly string[] {
  return alternatives?.kind === 'resources' ? alternatives.resourceIds : []
}

function draftOf(
  { id, itemId, containerId, resourceId, units, alternatives }: New,
  kind: AssignmentRow['kind'],
): AssignmentRow {
  return {
    ...{ id, itemId, resourceId, projectId: containerId, kind, units, alternatives },
    ...{ workMin: 0, actualWorkMin: 0, startAt: null, finishAt: null, costMinor: null },
  }
}

function withAssignee(plan: ItemPlan, { id, kind, units }: AssignmentRow, { workMin }: New) {
  if (!doesWork(kind)) return { ok: true, value: plan } as const // A result that cannot fail.
  return changeItemWork(plan, (task) => addAssignee(task, { id, units, workMin }))
}

/** Changes units, work or alternatives of assignments, or gives them to somebody else. */
export const changeAssignment = command(operations['schedule.changeAssignment'], async (unit, inputs) => {
  const plans = await loadByAssignment(unit, inputs)
  const named = inputs.flatMap(({ patch }) => [patch.resourceId ?? [], namedIn(patch.alternatives)].flat())
  const resources = await findResources(unit.tx, unit.organisationId, named)
  const changed = inputs.map(({ id, patch }, index) => {
    const assignment = takenOver(plans, {
      resources,
      before: assignmentFor(plans, { id, index }),
      patch,
      index,
    })
    const item = plans.get(assignment.itemId, assignment.projectId, index)
    const { units = assignment.units, workMin } = patch
    if (!doesWork(assignment.kind)) plans.putAssignment({ ...assignment, units })
    else if (patch.units !== undefined || workMin !== undefined) {
      const plan = accepted(
        changeItemWork(plans.planOf(item), (task) => {
          const resized = units === assignment.units ? null : changeWork(task, { kind: 'units', id, units })
          if (resized && !resized.ok) return resized
          const sized = resized?.value ?? task
          if (workMin !== undefined) return changeWork(sized, { kind: 'share', id, workMin })
          return { ok: true, value: sized }
        }),
        index,
      )
      plans.put(item, assignment.projectId, plan)
    }
    return assignment
  })
  return await finish(unit, plans, { kind: 'schedule.assignment_changed', changed })
})

type Takeover = {
  readonly resources: ReadonlyMap<string, ResourceView>
  readonly before: AssignmentRow
  readonly patch: Change['patch']
  readonly index: number
}

/** The assignment with whoever does it from now on, and whoever may. */
function takenOver(plans: ItemPlans, { resources, before, patch, index }: Takeover): AssignmentRow {
  const { projectId: containerId } = before
  const item = plans.get(before.itemId, containerId, index)
  const { resourceId = before.resourceId, alternatives = before.alternatives } = patch
  const after = { ...before, resourceId, alternatives }
  if (resourceId === null || patch.resourceId !== undefined) {
    demandTaker(resources, after, { item: item.title, containerId, index })
    demandOnce(plans, after, { name: resources.get(resourceId ?? '')?.name ?? '', item, index })
  }
  demandAlternatives(resources, patch.alternatives, { item, containerId, index })
  if (patch.resourceId !== undefined || patch.alternatives !== undefined) plans.putAssignment(after)
  return after
}

/** Takes resources off items. */
export const unassign = command(operations['schedule.unassign'], async (unit, inputs) => {
  const plans = await loadByAssignment(unit, inputs)
  const gone = inputs.map(({ id }, index) => {
    const assignment = assignmentFor(plans, { id, index })
    const item = plans.get(assignment.itemId, assignment.projectId, index)
    if (doesWork(assignment.kind)) {
      const plan = accepted(
        changeItemWork(plans.planOf(item), (task) => removeAssignee(task, id)),
        index,
      )
      plans.put(item, assignment.projectId, plan)
    }
    plans.removeAssignment(assignment)
    return assignment
  })
  await finish(unit, plans, { kind: 'schedule.unassigned', changed: gone })
  return inputs.map(() => ({}))
})

async function loadByAssignment(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<ItemPlans> {
  const { tx, organisationId } = unit
  const ids = inputs.map(({ id }) => id)
  const named = await findAssignments(tx, organisationId, { itemIds: [], ids })
  const projects = await lockProjects(
    unit,
    named.map(({ projectId }) => projectId),
  )
  const { access } = unit.principal
  for (const { is_archived, id, name } of projects.values()) {
    // Whoever does not see the project is told that there is no such assignment.
    if (is_archived && mayInContainers(access, 'container.read', [id]))
      refuse('work.container_archived', { name })
  }
  return await ItemPlans.load(
    unit,
    named.map(({ itemId }) => itemId),
  )
}

function assignmentFor(
  plans: ItemPlans,
  { id, index }: { readonly id: string; readonly index: number },
): AssignmentRow {
  return plans.assignment(id) ?? refuse('platform.not_found', { what: 'assignment' }, index)
}

type Done = {
  readonly kind: 'schedule.assigned' | 'schedule.assignment_changed' | 'schedule.unassigned'
  readonly changed: readonly AssignmentRow[]
}

/** Saves, has the plans calculated, and tells. */
async function finish(
  unit: Unit,
  plans: ItemPlans,
  { kind, changed }: Done,
): Promise<readonly AssignmentView[]> {
  await plans.save()
  const itemIds = changed.map(({ itemId }) => itemId)
  await demandPackages(unit, { itemIds })
  const projectIds = changed.map(({ projectId }) => projectId)
  await outdatePlans(unit, projectIds, itemIds)
  unit.record(
    changed.map(({ id, itemId, projectId, resourceId }) => ({
      id: unit.newId<'Event'>(),
      kind,
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'planItem', id: itemId },
      containerId: projectId,
      data: { assignmentId: id, resourceId },
    })),
  )
  return changed.map((before) => present(plans.assignment(before.id) ?? before))
}

function present({ projectId: _projectId, kind: _kind, ...assignment }: AssignmentRow): AssignmentView {
  return assignment
}
