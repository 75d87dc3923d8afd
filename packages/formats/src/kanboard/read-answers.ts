import { err, ok, type Result } from '@millrace/core/kernel'
import {
  type BoardBuilder,
  createBoardBuilder,
  emptyTrackerItem,
  type JsonRecord,
  listOf,
  minutesText,
  momentOf,
  recordOf,
  recordsOf,
  type TrackerBoard,
  type TrackerChecklist,
  type TrackerComment,
  type TrackerItem,
  textOf,
  webAddress,
} from '../tracker/index.ts'
import { addPerson, hoursOf } from './read-table.ts'

/** What an entry of an answer is, which it does not say itself. */
type Kind = 'task' | 'column' | 'user' | 'comment' | 'subtask' | 'category' | 'other'

type Entry = { readonly kind: Kind; readonly entry: JsonRecord }

/** What the answers together say around the tasks. */
type Around = {
  readonly builder: BoardBuilder
  readonly names: ReadonlyMap<string, string>
  readonly comments: ReadonlyMap<string, readonly JsonRecord[]>
  readonly subtasks: ReadonlyMap<string, readonly JsonRecord[]>
}

/**
 * Every entry of one or several answers: lists of tasks, columns, users, comments and more, and
 * boards, which hold columns within lanes and tasks within columns.
 */
export function recordsIn(value: unknown): readonly Entry[] {
  const answers = Array.isArray(value) ? recordsOf(value) : [recordOf(value)]
  return answers.flatMap((answer) => entriesOf(answer['result'], 0))
}

/** Lanes hold columns, columns hold tasks. */
const DEPTH_MAX = 2

function entriesOf(value: unknown, depth: number): readonly Entry[] {
  return recordsOf(listOf(value)).flatMap((entry): readonly Entry[] => [
    { kind: kindOf(entry), entry },
    ...(depth < DEPTH_MAX
      ? ['columns', 'tasks'].flatMap((within) => entriesOf(entry[within], depth + 1))
      : []),
  ])
}

function kindOf(entry: JsonRecord): Kind {
  const has = (...names: readonly string[]) => names.every((name) => entry[name] !== undefined)
  if (has('id', 'title', 'column_id', 'is_active')) return 'task'
  if (has('id', 'title', 'task_limit')) return 'column'
  if (has('task_id', 'comment')) return 'comment'
  if (has('task_id', 'title', 'status')) return 'subtask'
  if (has('id', 'username')) return 'user'
  return has('id', 'name', 'project_id') && !has('is_active') ? 'category' : 'other'
}

/** Tasks of Kanboard's interface, with columns, users, comments and sub-tasks where answers about them are there. */
export function readAnswers(value: unknown): Result<TrackerBoard> {
  const entries = recordsIn(value)
  const of = (kind: Kind) => entries.flatMap((each) => (each.kind === kind ? [each.entry] : []))
  const tasks = of('task')
  if (tasks.length === 0) return err({ code: 'kanboard.no_tasks' })
  const builder = createBoardBuilder()
  for (const column of of('column'))
    builder.addState({ ref: textOf(column['id']), name: textOf(column['title']), group: null })
  for (const user of of('user')) addUser(user, builder)
  const around = {
    builder,
    names: new Map(
      [...of('category'), ...of('column')].map((each) => [
        keyOf(each),
        textOf(each['name']) || textOf(each['title']),
      ]),
    ),
    comments: Map.groupBy(of('comment'), (comment) => textOf(comment['task_id'])),
    subtasks: Map.groupBy(of('subtask'), (subtask) => textOf(subtask['task_id'])),
  }
  for (const task of tasks) builder.addItem(readTask(task, around))
  const [project = ''] = tasks.map((task) => textOf(task['project_name'])).filter(Boolean)
  return ok(builder.finish(project))
}

/** Columns and categories count on their own. */
function keyOf(entry: JsonRecord): string {
  return `${entry['task_limit'] === undefined ? 'category' : 'column'} ${textOf(entry['id'])}`
}

function addUser(user: JsonRecord, builder: BoardBuilder): void {
  const ref = textOf(user['id'])
  const name = textOf(user['name']) || textOf(user['username'])
  builder.addPerson({ ref, name, email: textOf(user['email']) || null })
}

function readTask(task: JsonRecord, around: Around): TrackerItem {
  const { builder, names } = around
  const text = (name: string) => textOf(task[name])
  const id = text('id')
  const column = text('column_id')
  builder.addState({ ref: column, name: columnName(task, names), group: null })
  const isClosed = text('is_active') === '0' || task['is_active'] === false
  const estimated = hoursOf(text('time_estimated'))
  return {
    ...emptyTrackerItem,
    ref: id,
    key: `#${id}`,
    title: text('title'),
    description: text('description'),
    stateRef: column || null,
    isDone: isClosed,
    priority: text('priority') || null,
    personRefs: [personIn(task, 'assignee', builder)].filter((ref) => ref !== null),
    reporterRef: personIn(task, 'creator', builder),
    starts: secondsTime(task['date_started']),
    due: secondsTime(task['date_due']),
    effortMin: estimated === 0 ? null : estimated,
    labels: [text('category_name') || (names.get(`category ${text('category_id')}`) ?? '')].filter(Boolean),
    url: webAddress(text('url')),
    fields: fieldsOf(text),
    createdAt: secondsMoment(task['date_creation']),
    finishedAt: isClosed ? secondsMoment(task['date_completed']) : null,
    checklists: checklistsOf(around.subtasks.get(id) ?? [], builder),
    comments: commentsOf(around.comments.get(id) ?? [], builder),
  }
}

/** Tasks name their column by number, and some of them also as it is called. */
function columnName(task: JsonRecord, names: Around['names']): string {
  const number = textOf(task['column_id'])
  const own = textOf(task['column_name']) || textOf(task['column_title'])
  return own || names.get(`column ${number}`) || `Column ${number}`
}

/** Which fields name somebody, by number, as they sign in, and as they are called. */
const PEOPLE = {
  assignee: ['owner_id', 'assignee_username', 'assignee_name'],
  creator: ['creator_id', 'creator_username', 'creator_name'],
  user: ['user_id', 'username', 'name'],
} as const

/** Answers name people by number, and some of them also as they are called. */
function personIn(entry: JsonRecord, who: keyof typeof PEOPLE, builder: BoardBuilder): string | null {
  const [id, userName, name] = PEOPLE[who].map((field) => textOf(entry[field])) as [string, string, string] // As many as fields.
  if (id === '' || id === '0') return addPerson(userName, name, builder)
  builder.addPerson({ ref: id, name: name || userName || id, email: null })
  return id
}

/** Times are in seconds since 1970, as numbers or texts; 0 is none. */
function secondsMoment(value: unknown): number | null {
  const seconds = Number(textOf(value))
  return seconds > 0 ? momentOf(seconds * 1000) : null
}

function secondsTime(value: unknown): TrackerItem['due'] {
  const at = secondsMoment(value)
  return at === null ? null : { at }
}

function fieldsOf(text: (name: string) => string): TrackerItem['fields'] {
  const spent = hoursOf(text('time_spent'))
  const fields = [
    { name: 'Reference', value: text('reference') },
    { name: 'Complexity', value: text('score').replace(/^0$/, '') },
    { name: 'Time spent', value: spent === null || spent === 0 ? '' : minutesText(spent) },
  ]
  return fields.filter(({ value }) => value !== '')
}

/** A sub-task whose status is 2 is done. */
function checklistsOf(subtasks: readonly JsonRecord[], builder: BoardBuilder): readonly TrackerChecklist[] {
  if (subtasks.length === 0) return []
  const lines = subtasks.map((subtask) => ({
    text: textOf(subtask['title']),
    isDone: textOf(subtask['status']) === '2',
    personRef: personIn(subtask, 'user', builder),
    due: null,
  }))
  return [{ name: '', lines }]
}

function commentsOf(comments: readonly JsonRecord[], builder: BoardBuilder): readonly TrackerComment[] {
  return comments
    .map((comment) => ({
      authorRef: personIn(comment, 'user', builder),
      at: secondsMoment(comment['date_creation']),
      body: textOf(comment['comment']),
    }))
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}
