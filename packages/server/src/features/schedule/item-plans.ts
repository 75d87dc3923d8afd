import { type ItemPlan, type PlanFields, totalCostAfter, type WorkShare } from '@millrace/core/schedule'
import { demand, refuse, type Unit } from '../../platform/commands/index.ts'
import { patchItems } from '../work/index.ts'
import { type AssignmentRow, findAssignments } from './queries/find-assignments.ts'
import { findPlannedItems, type PlannedItemRow } from './queries/find-planned-items.ts'
import { deleteAssignments, saveAssignments } from './store/assignments.ts'
import { savePlanItems } from './store/plan.ts'

/**
 * What is planned for the items of a group of commands, with whoever does them: loaded at once, changed in memory
 * decision by decision, written at once. A later command of the group sees what an earlier one decided.
 */
export class ItemPlans {
  readonly #unit: Unit
  readonly #items: Map<string, PlannedItemRow>
  readonly #assignments: Map<string, AssignmentRow>
  readonly #efforts: ReadonlyMap<string, number | null>
  readonly #changed = new Set<string>()
  readonly #gone = new Set<string>()

  private constructor(
    unit: Unit,
    items: ReadonlyMap<string, PlannedItemRow>,
    assignments: readonly AssignmentRow[],
  ) {
    this.#unit = unit
    this.#items = new Map(items)
    this.#assignments = new Map(assignments.map((assignment) => [assignment.id, assignment]))
    this.#efforts = new Map([...items].map(([id, { effortMin }]) => [id, effortMin]))
  }

  /** Loads items with all that is assigned to them. Whoever changes them has locked their projects. */
  static async load(unit: Unit, itemIds: readonly string[]): Promise<ItemPlans> {
    const { tx, organisationId } = unit
    const items = await findPlannedItems(tx, organisationId, itemIds)
    return new ItemPlans(unit, items, await findAssignments(tx, organisationId, { itemIds, ids: [] }))
  }

  /** The item, when the person may write it and it is part of the project. */
  get(itemId: string, containerId: string, index: number): PlannedItemRow {
    const item = this.#items.get(itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
    const { containerIds } = item
    demand(this.#unit.principal.access, { permission: 'item.write', containerIds, what: 'item' }, index)
    const isElsewhere = item.projectId !== null && item.projectId !== containerId
    if (isElsewhere || !containerIds.includes(containerId)) {
      refuse('schedule.not_on_plan', { item: item.title }, index)
    }
    return item
  }

  /** Every item that was loaded. */
  items(): readonly PlannedItemRow[] {
    return [...this.#items.values()]
  }

  /** The assignment as it is by now. */
  assignment(id: string): AssignmentRow | undefined {
    return this.#gone.has(id) ? undefined : this.#assignments.get(id)
  }

  /** All assignments of an item, as they are by now. */
  assignmentsOf(itemId: string): readonly AssignmentRow[] {
    return [...this.#assignments.values()].filter(
      (each) => each.itemId === itemId && !this.#gone.has(each.id),
    )
  }

  /** What core decides about. Material and cost do no work. */
  planOf(item: PlannedItemRow): ItemPlan {
    const shares = this.assignmentsOf(item.itemId).flatMap(
      ({ id, kind, units, workMin }): readonly WorkShare[] =>
        doesWork(kind) ? [{ id, units, workMin }] : [],
    )
    return { fields: fieldsOf(item), effortMin: item.effortMin, shares }
  }

  /** Takes a decision over; assignments that are new have been put here before. */
  put(item: PlannedItemRow, projectId: string, { fields, effortMin, shares }: ItemPlan): PlannedItemRow {
    const costMinor = totalCostAfter(item, fields.fixedCostMinor)
    const after = { ...item, ...fields, effortMin, projectId, costMinor }
    this.#items.set(item.itemId, after)
    this.#changed.add(item.itemId)
    for (const { id, units, workMin } of shares) {
      const assignment = this.#assignments.get(id)
      if (assignment) this.#assignments.set(id, { ...assignment, units, workMin })
    }
    return after
  }

  /** Puts a resource on an item, or changes how much of it is. */
  putAssignment(assignment: AssignmentRow): void {
    this.#assignments.set(assignment.id, assignment)
    this.#gone.delete(assignment.id)
    this.#changed.add(assignment.itemId)
  }

  /** Takes a resource off an item. */
  removeAssignment({ id, itemId }: AssignmentRow): void {
    this.#gone.add(id)
    this.#changed.add(itemId)
  }

  /**
   * Writes everything, one statement a table. Efforts come first: whoever changes an effort holds the item before
   * its plan, too.
   */
  async save(): Promise<void> {
    const changed = this.items().filter(({ itemId }) => this.#changed.has(itemId))
    const efforts = changed.filter((item) => item.effortMin !== this.#efforts.get(item.itemId))
    const effortOf = new Map<string, number | null>(
      efforts.map(({ itemId, effortMin }) => [itemId, effortMin]),
    )
    await patchItems(this.#unit, [...effortOf.keys()], ({ id }) => ({ effortMin: effortOf.get(id) }))
    const byProject = Map.groupBy(
      changed.filter(({ projectId }) => projectId !== null),
      ({ projectId }) => projectId ?? '',
    )
    await Promise.all([...byProject].map(([projectId, items]) => savePlanItems(this.#unit, projectId, items)))
    await deleteAssignments(this.#unit, [...this.#gone])
    await saveAssignments(
      this.#unit,
      changed.flatMap(({ itemId }) => this.assignmentsOf(itemId)),
    )
  }
}

/** Whether a resource does work; material is used up, and a cost is paid. */
export function doesWork(kind: AssignmentRow['kind']): boolean {
  return kind === 'work' || kind === 'machine'
}

/** What people say about an item, out of all that is known of it. */
export function fieldsOf(item: PlanFields): PlanFields {
  return {
    startAt: item.startAt,
    finishAt: item.finishAt,
    durationMin: item.durationMin,
    isElapsed: item.isElapsed,
    splits: item.splits,
    isHammock: item.isHammock,
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
    resumeAt: item.resumeAt,
    taskType: item.taskType,
    isEffortDriven: item.isEffortDriven,
    quantity: item.quantity,
    quantityUnit: item.quantityUnit,
    normMin: item.normMin,
    fixedCostMinor: item.fixedCostMinor,
  }
}
