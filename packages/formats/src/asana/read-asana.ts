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
  for (const [ref, { task, parentRef }] of gather(tasks, builder)) {
    builder.addItem(readTask(task, { builder, parentRef }))
    for (const link of linksOf(task, ref)) builder.addLink(link)
  }
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

/** A task, and the one whose subtask it is. */
type Found = { readonly task: JsonRecord; readonly parentRef: string | null }

/**
 * All tasks with their subtasks behind them, each once. Of subtasks some files say within their task
 * no more than that they are there, and all else where they stand as tasks of their own.
 */
function gather(tasks: readonly JsonRecord[], { problems }: BoardBuilder): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>()
  const open: Found[] = tasks.toReversed().map((task) => ({ task, parentRef: null }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { task, parentRef } = next
    const ref = textOf(task['gid'])
    if (ref === '' || task['resource_subtype'] === 'section') continue
    const before = found.get(ref)
    if (!before) found.set(ref, next)
    else if (!isTask(before.task)) found.set(ref, { task, parentRef: before.parentRef ?? parentRef })
    else if (isFirstLevel(next))
      problems.tell({
        code: 'tracker.id_twice',
        severity: 'error',
        subject: textOf(task['name']),
        params: { id: ref.slice(0, 60) },
      })
    for (const subtask of recordsOf(task['subtasks']).toReversed())
      open.push({ task: subtask, parentRef: ref })
  }
  return found
}

function isFirstLevel({ task, parentRef }: Found): boolean {
  return parentRef === null && textOf(recordOf(task['parent'])['gid']) === ''
}

/** What it waits for, and what waits for it. */
function linksOf(task: JsonRecord, ref: string): readonly TrackerLink[] {
  const refs = (kind: string) => recordsOf(task[kind]).flatMap(({ gid }) => textOf(gid) || [])
  return [
    ...refs('dependencies').map((fromRef): TrackerLink => ({ fromRef, toRef: ref, kind: 'precedes' })),
    ...refs('dependents').map((toRef): TrackerLink => ({ fromRef: ref, toRef, kind: 'precedes' })),
  ]
}
