import { aroundTheClock, compileCalendars, type Timeline } from '@millrace/core/calendar'
import type { PlannedTask, PlanTask } from '@millrace/core/schedule'
import { type FilePlan, minuteOf, plainDateTimeOf } from '../plan/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import { levellingDelays } from './levelling-delays.ts'
import type { MspdiProject } from './mspdi-project.ts'
import { mspdiToOutline } from './outline.ts'
import { plannedFields } from './planned-fields.ts'
import { shiftedWork } from './shifted-work.ts'
import type { MspdiTask } from './task.ts'
import type { MspdiTimephased } from './timephased.ts'
import { workInParts } from './work-in-parts.ts'
import type { MspdiContent } from './write-mspdi.ts'

/**
 * A project file with the dates that core calculated for it, with late dates, slack and what is critical;
 * all else stays. Assignments move with their tasks, and with them the work of what has not begun, as it is spread
 * over time; what has begun and moves is not spread any more, but for the parts of what is split.
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
    const now = {
      ...task,
      ...plannedFields(one),
      ...(spansOthers(input) ? { durationMin: spanned } : {}),
      ...delayOf(task, delays.get(one.id)),
    }
    dated.set(row, now)
    if (now.start !== task.start || now.finish !== task.finish) {
      const own = input.isElapsed
        ? aroundTheClock()
        : (lines.get(input.calendarId ?? options.calendarId) ?? line)
      moved.set(task.uid, { before: task, now, one, task: input, line: own })
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

function spansOthers({ kind }: PlanTask): boolean {
  return kind === 'summary' || kind === 'hammock'
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
  readonly before: MspdiTask
  readonly now: MspdiTask
  readonly one: PlannedTask
  readonly task: PlanTask
  readonly line: Timeline
}

function moveWith(assignment: MspdiAssignment, moved: Moved | undefined): MspdiAssignment {
  if (!moved) return assignment
  const { now } = moved
  const rest = assignment.timephased.filter((entry) => !isLeft(entry))
  const left = workLeft(assignment, moved)
  return { ...assignment, start: now.start, finish: now.finish, timephased: [...rest, ...left] }
}

/** What is split is spread over its parts; what has not begun moves as it was spread; else nothing is known of it. */
function workLeft(
  { workMin, timephased }: MspdiAssignment,
  { before, one, task, line }: Moved,
): readonly MspdiTimephased[] {
  if (task.splits !== undefined) {
    return workInParts(line, { task, one, workMin: workMin ?? task.durationMin }).filter(isLeft)
  }
  if (task.actual !== null || before.start === undefined || task.kind !== 'task') return []
  const byMin = line.toWork(one.startAt) - line.toWork(minuteOf(before.start))
  return shiftedWork(timephased.filter(isLeft), line, byMin)
}

function isLeft({ measure }: MspdiTimephased): boolean {
  return measure === 'remaining-work'
}
