import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import { minorUnitDigits } from '@millrace/formats/dates'
import { type MspdiContent, planToMspdi, writeMspdi } from '@millrace/formats/mspdi'
import { plainDateTimeOf } from '@millrace/formats/plan'
import { wallClock } from '../../../platform/time-zone.ts'
import type { ExportedPlan } from './exported-plan.ts'
import { toFilePlan } from './to-file-plan.ts'

type Task = MspdiContent['tasks'][number]
type Baseline = Task['baselines'][number]
type Resource = MspdiContent['resources'][number]
type Assignment = MspdiContent['assignments'][number]

const MINUTE_MS = 60_000

/** Besides the newest: those that files number from 1 to 10. */
const OLDER_MAX = 10

/** A plan as Microsoft Project XML: the newest baseline as *the* baseline, older ones by numbers, the oldest first. */
export function writePlanProject(plan: ExportedPlan): string {
  const { filePlan, planned } = toFilePlan(plan)
  const content = planToMspdi(filePlan, planned)
  const baselines = baselinesOf(plan)
  const { rows, resources, assignments } = plan.view
  const digits = minorUnitDigits(plan.currency)
  return writeMspdi({
    ...content,
    properties: { ...content.properties, currency: plan.currency },
    tasks: content.tasks.map((task, place) => {
      const row = rows[place]
      return row ? { ...task, ...ofRow(row, task), baselines: baselines.get(row.itemId) ?? [] } : task
    }),
    resources: content.resources.map((resource, place) => {
      const own = resources[place]
      return own ? { ...resource, ...ofResource(own, digits) } : resource
    }),
    assignments: content.assignments.map((assignment, place) => {
      const own = assignments[place]
      return own ? { ...assignment, ...ofAssignment(own) } : assignment
    }),
  })
}

function ofResource(resource: PlanView['resources'][number], digits: number): Partial<Resource> {
  const { rateMinorPerHour: rate, costPerUseMinor, unitLabel } = resource
  return {
    standardRate: rate === null ? undefined : { amount: rate / 10 ** digits, shownPer: 'hour' },
    costPerUseMinor: costPerUseMinor ?? undefined,
    materialLabel: unitLabel === '' ? undefined : unitLabel,
  }
}

function ofAssignment(assignment: PlanView['assignments'][number]): Partial<Assignment> {
  const { workMin, actualWorkMin, costMinor } = assignment
  const done = actualWorkMin ?? 0
  return {
    actualWorkMin: done,
    remainingWorkMin: Math.max(0, workMin - done),
    percentWorkComplete: workMin > 0 ? Math.min(100, Math.round((100 * done) / workMin)) : undefined,
    costMinor: costMinor ?? undefined,
  }
}

/** What a plan here knows beyond what it is calculated from. What was not calculated is not written. */
function ofRow(row: PlanRowView, task: Task): Partial<Task> {
  const isCalculated = row.totalFloatMin !== null
  return {
    percentComplete: row.isDone ? 100 : row.percentComplete,
    workMin: row.effortMin ?? undefined,
    fixedCostMinor: row.fixedCostMinor ?? undefined,
    costMinor: row.costMinor ?? undefined,
    lateStart: undefined,
    lateFinish: isCalculated ? task.lateFinish : undefined,
    totalSlackMin: row.totalFloatMin ?? undefined,
    freeSlackMin: row.freeFloatMin ?? undefined,
  }
}

function baselinesOf({ baselines, timeZone }: ExportedPlan): ReadonlyMap<string, Task['baselines']> {
  const local = (at: Instant | null) =>
    at === null ? undefined : plainDateTimeOf(Math.floor(wallClock(at, timeZone) / MINUTE_MS))
  const byItem = new Map<string, Baseline[]>()
  const newest = baselines.length - 1
  for (const [place, items] of baselines.entries()) {
    const number = place === newest ? 0 : place + 1
    if (number > OLDER_MAX) continue
    for (const { itemId, startAt, finishAt, durationMin, effortMin, costMinor } of items) {
      const own = byItem.get(itemId) ?? []
      byItem.set(itemId, own)
      own.push({
        ...{ number, start: local(startAt), finish: local(finishAt) },
        durationMin: durationMin ?? undefined,
        workMin: effortMin ?? undefined,
        costMinor: costMinor ?? undefined,
      })
    }
  }
  return byItem
}
