import type { ProblemLog } from '../report/index.ts'
import type { MspdiAssignment } from './assignment.ts'
import { checkCalendars } from './check-calendars.ts'
import { checkLinks } from './check-links.ts'
import type { MspdiLink } from './mspdi-project.ts'
import { type MspdiProblem, mspdiProblem, type PlacedSubject } from './problem.ts'
import { type ProjectContent, subjectOf } from './project-content.ts'
import type { MspdiTask } from './task.ts'

/**
 * Looks at a project as a whole and tells what does not fit together, in time linear in its size.
 *
 * @returns the links of all tasks, with what keeps some of them from being used
 */
export function checkProject(content: ProjectContent, log: ProblemLog<MspdiProblem>): readonly MspdiLink[] {
  checkUids(content, log)
  checkCalendars(content, log)
  checkOutline(content.tasks, log)
  for (const task of content.tasks) checkAmounts(task, subjectOf('task', task), log)
  checkAssignments(content, log)
  return checkLinks(content.tasks, log)
}

function checkUids(content: ProjectContent, log: ProblemLog<MspdiProblem>): void {
  const check = (
    kind: PlacedSubject['kind'],
    rows: readonly { readonly uid: number; readonly name: string; readonly line: number }[],
  ): void => {
    const seen = new Set<number>()
    for (const row of rows) {
      if (seen.has(row.uid)) {
        log.add(mspdiProblem(subjectOf(kind, row), 'mspdi.uid_duplicate', { uid: row.uid }))
      }
      seen.add(row.uid)
    }
  }
  check('calendar', content.calendars)
  check('task', content.tasks)
  check('resource', content.resources)
  check(
    'assignment',
    content.assignments.map((assignment) => ({ ...assignment, name: '' })),
  )
}

function checkOutline(tasks: readonly MspdiTask[], log: ProblemLog<MspdiProblem>): void {
  let previousLevel = 0
  for (const task of tasks) {
    if (task.outlineLevel > previousLevel + 1) {
      const params = { level: task.outlineLevel, previousLevel }
      log.add(mspdiProblem(subjectOf('task', task), 'mspdi.outline_jump', params))
    }
    previousLevel = task.outlineLevel
  }
}

/** Lengths of rows, with the elements that say them. */
const LENGTHS = {
  durationMin: 'Duration',
  workMin: 'Work',
  actualDurationMin: 'ActualDuration',
  remainingDurationMin: 'RemainingDuration',
  actualWorkMin: 'ActualWork',
  remainingWorkMin: 'RemainingWork',
} as const

type LengthKey = keyof typeof LENGTHS

// Object.keys widens to string; the keys are those of the constant above.
const LENGTH_KEYS = Object.keys(LENGTHS) as readonly LengthKey[]

type Amounts = Pick<MspdiTask, 'start' | 'finish'> & Partial<Pick<MspdiTask, LengthKey>>

function checkAmounts(row: Amounts, subject: PlacedSubject, log: ProblemLog<MspdiProblem>): void {
  const { start, finish } = row
  if (start !== undefined && finish !== undefined && finish < start) {
    log.add(mspdiProblem(subject, 'mspdi.finish_before_start', { start, finish }))
  }
  for (const key of LENGTH_KEYS) {
    if ((row[key] ?? 0) >= 0) continue
    log.add(mspdiProblem(subject, 'mspdi.duration_negative', { element: LENGTHS[key] }))
  }
}

function checkAssignments(content: ProjectContent, log: ProblemLog<MspdiProblem>): void {
  const tasks = new Map(content.tasks.map((task) => [task.uid, task.name]))
  const resources = new Set(content.resources.map((resource) => resource.uid))
  const subject = (assignment: MspdiAssignment): PlacedSubject =>
    subjectOf('assignment', { ...assignment, name: tasks.get(assignment.taskUid) ?? '' })
  for (const assignment of content.assignments) {
    const { taskUid, resourceUid } = assignment
    if (!tasks.has(taskUid)) {
      log.add(mspdiProblem(subject(assignment), 'mspdi.assignment_task_unknown', { taskUid }))
    }
    if (resourceUid !== undefined && !resources.has(resourceUid)) {
      log.add(mspdiProblem(subject(assignment), 'mspdi.assignment_resource_unknown', { resourceUid }))
    }
    checkAmounts(assignment, subject(assignment), log)
  }
}
