import type { PlanRowView } from '@millrace/contract'
import type { Instant } from '@millrace/core/kernel'
import { type MspdiContent, planToMspdi, writeMspdi } from '@millrace/formats/mspdi'
import { plainDateTimeOf } from '@millrace/formats/plan'
import { wallClock } from '../../../platform/time-zone.ts'
import type { ExportedPlan } from './exported-plan.ts'
import { toFilePlan } from './to-file-plan.ts'

type Task = MspdiContent['tasks'][number]

const MINUTE_MS = 60_000

/** A plan as Microsoft Project XML, with the latest baseline as its baseline. */
export function writePlanProject(plan: ExportedPlan): string {
  const { filePlan, planned } = toFilePlan(plan)
  const content = planToMspdi(filePlan, planned)
  const baselines = baselinesOf(plan)
  const tasks = content.tasks.map((task, place) => {
    const row = plan.view.rows[place]
    return row ? { ...task, ...ofRow(row, task), baselines: baselines.get(row.itemId) ?? [] } : task
  })
  return writeMspdi({
    ...content,
    properties: { ...content.properties, currency: plan.currency },
    tasks,
  })
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

function baselinesOf({ view, timeZone }: ExportedPlan): ReadonlyMap<string, Task['baselines']> {
  const local = (at: Instant | null) =>
    at === null ? undefined : plainDateTimeOf(Math.floor(wallClock(at, timeZone) / MINUTE_MS))
  return new Map(
    (view.baseline?.rows ?? []).map(({ itemId, startAt, finishAt, durationMin, effortMin, costMinor }) => [
      itemId,
      [
        {
          number: 0,
          start: local(startAt),
          finish: local(finishAt),
          durationMin: durationMin ?? undefined,
          workMin: effortMin ?? undefined,
          costMinor: costMinor ?? undefined,
        },
      ],
    ]),
  )
}
