import { aroundTheClock, compileCalendars, type Timeline } from '@millrace/core/calendar'
import type { PlannedTask, PlanTask } from '@millrace/core/schedule'
import { type FilePlan, plainDateTimeOf } from '../plan/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import { levellingDelays } from './levelling-delays.ts'
import type { MspdiProject } from './mspdi-project.ts'
import { mspdiToOutline } from './outline.ts'
import { plannedFields } from './planned-fields.ts'
import type { MspdiTask } from './task.ts'
import type { MspdiTimephased } from './timephased.ts'
import { workInParts } from './work-in-parts.ts'
import type { MspdiContent } from './write-mspdi.ts'

/**
 * A project file with the dates that core calculated for it, with late dates, slack and what is critical;
 * all else stays. Assignments move with their tasks; work that was spread over time and has moved is not
 * spread any more, but for the parts of what is split.
 *
 * @param plan as `mspdiToPlan` made it of the project; what levelling puts off in it is written as delays
 * @param planned by the places of its tasks
 */
export function withPlannedDates(
  project: MspdiProject,
  plan: FilePlan,
  planned: readonly PlannedTask[],
): MspdiContent {
  const { options, calendars, tasks } = plan.input
  const lines = compileCalendars(calendars, options.startAt)
  const line = lines.get(options.calendarId) ?? aroundTheClock()
  const delays = levellingDelays(plan.input)
  const dated = new Map<number, MspdiTask>()
  const moved = new Map<number, Moved>()
  const active = mspdiToOutline(project).filter(({ row }) => project.tasks[row]?.active === true)
  for (const [place, { row }] of active.entries()) {
    const [task, one, input] = [project.tasks[row], planned[place], tasks[place]]
    if (!task || !one || !input) continue
    const spanned = line.toWork(one.finishAt) - line.toWork(one.startAt)
    const isSpan = input.kind === 'summary'
    const now = {
      ...task,
      ...plannedFields(one),
      ...(isSpan ? { durationMin: spanned } : {}),
      ...delayOf(task, delays.get(one.id)),
    }
    dated.set(row, now)
    if (now.start !== task.start || now.finish !== task.finish) {
      const own = input.isElapsed
        ? aroundTheClock()
        : (lines.get(input.calendarId ?? options.calendarId) ?? line)
      moved.set(task.uid, { now, one, task: input, line: own })
    }
  }
  const finishAt = planned.reduce((last, one) => Math.max(last, one.finishAt), options.startAt)
  const finish = plainDateTimeOf(finishAt)
  return {
    ...project,
    properties: { ...project.properties, start: plainDateTimeOf(options.startAt), finish },
    tasks: project.tasks.map((task, row) => dated.get(row) ?? withSpan(task, planned, finish)),
    assignments: project.assignments.map((one) => moveWith(one, moved.get(one.taskUid))),
  }
}

/** Work that has begun keeps what was once put off. */
function delayOf(task: MspdiTask, delay: number | undefined): Partial<MspdiTask> {
  if (task.actualStart !== undefined) return {}
  return delay === undefined && task.levelingDelayMin === undefined ? {} : { levelingDelayMin: delay ?? 0 }
}

/** The project's own summary spans all; inactive tasks stay as they are. */
function withSpan(task: MspdiTask, planned: readonly PlannedTask[], finish: string): MspdiTask {
  if (task.outlineLevel > 0 || planned.length === 0) return task
  const startAt = planned.reduce((first, one) => Math.min(first, one.startAt), Number.POSITIVE_INFINITY)
  return { ...task, start: plainDateTimeOf(startAt), finish }
}

type Moved = {
  readonly now: MspdiTask
  readonly one: PlannedTask
  readonly task: PlanTask
  readonly line: Timeline
}

function moveWith(assignment: MspdiAssignment, moved: Moved | undefined): MspdiAssignment {
  if (!moved) return assignment
  const { now, one, task, line } = moved
  const isLeft = ({ measure }: MspdiTimephased) => measure === 'remaining-work'
  const { workMin = task.durationMin } = assignment
  const left = task.splits === undefined ? [] : workInParts(line, { task, one, workMin }).filter(isLeft)
  return {
    ...assignment,
    start: now.start,
    finish: now.finish,
    timephased: [...assignment.timephased.filter((entry) => !isLeft(entry)), ...left],
  }
}
