import { err, ok, type Result } from '@millrace/core/kernel'
import {
  type BoardBuilder,
  createBoardBuilder,
  type JsonRecord,
  listOf,
  recordOf,
  recordsOf,
  type TrackerBoard,
  type TrackerLink,
  textOf,
} from '../tracker/index.ts'
import { readTask } from './read-task.ts'

/** Whether JSON is a project as Asana exports it, or pages of its tasks. */
export function isAsanaProject(value: unknown): boolean {
  const [first] = tasksOf(value)
  return isTask(first)
}

function isTask(task: JsonRecord | undefined): boolean {
  return textOf(task?.['gid']) !== '' && typeof task?.['completed'] === 'boolean'
}

/**
 * A project of Asana, exported as JSON: sections are states, subtasks lie below their tasks.
 *
 * @param value the parsed file, or a list of pages of its tasks
 * @returns refused with `asana.no_tasks`
 * @see https://developers.asana.com/reference/tasks
 */
export function readAsana(value: unknown): Result<TrackerBoard> {
  if (!isAsanaProject(value)) return err({ code: 'asana.no_tasks' })
  const builder = createBoardBuilder()
  const tasks = tasksOf(value)
  tellLost(value, builder)
  addTasks(tasks, { builder, parentRef: null, depth: 0 })
  const [project = ''] = tasks.flatMap((task) => projectsOf(task)).filter(Boolean)
  return ok(builder.finish(project))
}

function pagesOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? recordsOf(value) : [recordOf(value)]
}

function tasksOf(value: unknown): readonly JsonRecord[] {
  return pagesOf(value).flatMap((page) => recordsOf(page['data']))
}

function projectsOf(task: JsonRecord): readonly string[] {
  const within = recordsOf(task['memberships']).map(({ project }) => textOf(recordOf(project)['name']))
  return [...within, ...recordsOf(task['projects']).map(({ name }) => textOf(name))]
}

function tellLost(value: unknown, { problems }: BoardBuilder): void {
  for (const page of pagesOf(value))
    for (const entry of listOf(page['data']))
      if (textOf(recordOf(entry)['gid']) === '')
        problems.tell({
          code: 'tracker.entry_unreadable',
          severity: 'error',
          subject: textOf(recordOf(entry)['name']) || 'data',
          params: { what: 'data' },
        })
}

/** Asana allows five levels; a file with more was not made there. */
const DEPTH_MAX = 20

type Place = {
  readonly builder: BoardBuilder
  readonly parentRef: string | null
  readonly depth: number
}

function addTasks(tasks: readonly JsonRecord[], { builder, parentRef, depth }: Place): void {
  if (depth > DEPTH_MAX) return
  for (const task of tasks) {
    const ref = textOf(task['gid'])
    // Of subtasks some files hold no more than that they are there; and they stand in them as tasks, too.
    if (ref === '' || task['resource_subtype'] === 'section') continue
    if (!builder.has(ref)) builder.addItem(readTask(task, { builder, parentRef }))
    else if (parentRef === null && textOf(recordOf(task['parent'])['gid']) === '')
      builder.problems.tell({
        code: 'tracker.id_twice',
        severity: 'error',
        subject: textOf(task['name']),
        params: { id: ref.slice(0, 60) },
      })
    for (const link of linksOf(task, ref)) builder.addLink(link)
    addTasks(recordsOf(task['subtasks']), { builder, parentRef: ref, depth: depth + 1 })
  }
}

/** What it waits for, and what waits for it. */
function linksOf(task: JsonRecord, ref: string): readonly TrackerLink[] {
  const refs = (kind: string) => recordsOf(task[kind]).flatMap(({ gid }) => textOf(gid) || [])
  return [
    ...refs('dependencies').map((fromRef): TrackerLink => ({ fromRef, toRef: ref, kind: 'precedes' })),
    ...refs('dependents').map((toRef): TrackerLink => ({ fromRef: ref, toRef, kind: 'precedes' })),
  ]
}
