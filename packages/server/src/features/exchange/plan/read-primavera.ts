import { ok, type Result } from '@millrace/core/kernel'
import { NO_GAPS, type PlannedTask } from '@millrace/core/schedule'
import { type MspdiProject, mspdiToPlan, planToMspdi, readMspdi, writeMspdi } from '@millrace/formats/mspdi'
import type { FilePlan } from '@millrace/formats/plan'
import { readXer, type XerFile, xerToPlan } from '@millrace/formats/xer'
import type { LoadedPlan } from './loaded-plan.ts'

/**
 * A Primavera file by way of Microsoft Project's format, into which its plan is written with the dates it
 * states: from there on both are imported alike.
 */
export function readPrimavera(bytes: Uint8Array, maxBytes: number): Result<LoadedPlan> {
  const read = readXer(bytes, { maxBytes, keepProblems: 1_000 })
  if (!read.ok) return read
  const written = xerToPlan(read.value)
  const project = readMspdi(new TextEncoder().encode(writeMspdi(planToMspdi(written, statedDates(written)))))
  if (!project.ok) return project
  const placed = withLines(project.value, written, read.value)
  return ok({
    project: placed,
    plan: withOptions(mspdiToPlan(placed), written),
    problems: read.value.problems.map(({ line, subject, ...problem }) => ({
      ...problem,
      line: line ?? null,
      subject: subject || undefined,
    })),
    problemCount: read.value.problemCount,
  })
}

/** The dates of the file in the shape of calculated ones. */
function statedDates({ rows }: FilePlan): readonly PlannedTask[] {
  return rows.flatMap(({ id, startAt, finishAt }): readonly PlannedTask[] => {
    if (startAt === null || finishAt === null) return []
    const late = { lateStartAt: startAt, lateFinishAt: finishAt }
    const float = { startFloatMin: 0, finishFloatMin: 0, totalFloatMin: 0, freeFloatMin: 0 }
    const path = { isCritical: false, isNearCritical: false, isOnLongestPath: false }
    const why = { reason: { kind: 'project' } as const, gaps: NO_GAPS, calendarWait: null } // One of the kinds.
    return [{ id, startAt, finishAt: Math.max(startAt, finishAt), ...late, ...float, ...path, ...why }]
  })
}

/** Problems name lines of the file that people have. */
function withLines(
  project: MspdiProject,
  { rows }: FilePlan,
  { activities, currency }: XerFile,
): MspdiProject {
  const lines = new Map<string, number>(activities.map(({ id, line }) => [id, line]))
  return {
    ...project,
    properties: { ...project.properties, currency },
    tasks: project.tasks.map((task, place) => ({ ...task, line: lines.get(rows[place]?.id ?? '') ?? 0 })),
  }
}

/** What the other format says only with dates that were calculated: how a plan is calculated, and its gaps. */
function withOptions(plan: FilePlan, { input, notes }: FilePlan): FilePlan {
  const { statusAt, lagCalendar, precedence, progress } = input.options
  const options = { ...plan.input.options, statusAt, lagCalendar, precedence, progress }
  const tasks = plan.input.tasks.map((task, place) => {
    const { splits } = input.tasks[place] ?? {}
    return splits === undefined ? task : { ...task, splits }
  })
  return { ...plan, notes, input: { ...plan.input, tasks, options } }
}
