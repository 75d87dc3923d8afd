import type { CsvRow } from '../csv/index.ts'
import {
  type BoardBuilder,
  emptyTrackerItem,
  minutesText,
  namesIn,
  personOf,
  type TableClock,
  type TableColumns,
  type TrackerItem,
  type TrackerTime,
} from '../tracker/index.ts'
import { clickMinutes, clickMoment, clickTime } from './click-time.ts'
import { readAttachments, readChecklists, readComments } from './row-talk.ts'

/** What a row is read with. */
export type ClickContext = TableClock & {
  readonly builder: BoardBuilder
  readonly columns: TableColumns
  readonly custom: readonly { readonly name: string; readonly label: string; readonly isDate: boolean }[]
  /** Names of the lists, folders and spaces of the whole table. */
  readonly places: Readonly<Record<'list' | 'folder' | 'space', ReadonlySet<string>>>
}

const PRIORITIES: Readonly<Record<string, string>> = {
  '1': 'Urgent',
  '2': 'High',
  '3': 'Normal',
  '4': 'Low',
}

/** A row as an item. */
export function readRow(row: CsvRow, context: ClickContext): TrackerItem {
  const { columns, builder, places } = context
  const first: First = (...names) => names.map((name) => columns.first(name, row)).find(isSaid) ?? ''
  const id = first('task id')
  const status = first('status')
  const closed = first('date closed', 'date done')
  const people = namesIn(first('assignees', 'assignee'))
  const creator = first('creator', 'created by')
  for (const name of [...people, creator].filter(Boolean)) builder.addPerson(personOf(name))
  if (status !== '') builder.addState({ ref: status, name: status, group: null })
  const title = first('task name')
  const time = (name: string) => readTime({ name, title, row, first }, context)
  return {
    ...emptyTrackerItem,
    ref: id || `line ${row.line}`,
    key: first('task custom id') || id || null,
    line: row.line,
    title,
    description: first('task content', 'task description'),
    stateRef: status || null,
    isDone: closed !== '',
    priority: priorityOf(first('priority')),
    personRefs: people,
    reporterRef: creator || null,
    parentRef: first('parent id', 'parent task id') || null,
    starts: time('start date'),
    due: time('due date'),
    effortMin: clickMinutes(first('time estimated', 'time estimated text', 'time estimate')),
    labels: [...namesIn(first('tags')), ...(places.list.size > 1 ? [first('list name')] : [])],
    url: addressOf(id),
    fields: readFields(row, first, context),
    createdAt: clickMoment(first('date created', 'date created text'), context),
    finishedAt: clickMoment(closed, context),
    checklists: readChecklists(first('checklists')),
    comments: readComments(first('comments'), context),
    attachments: readAttachments(first('attachments')),
  }
}

const isSaid = (text: string): boolean => text !== '' && text !== 'null'

function priorityOf(text: string): string | null {
  return PRIORITIES[text] ?? (text || null)
}

function addressOf(id: string): string | null {
  return /^[a-z0-9]{4,20}$/i.test(id) ? `https://app.clickup.com/t/${id}` : null
}

type First = (...names: readonly string[]) => string

function readTime(
  {
    name,
    title,
    row,
    first,
  }: { readonly name: string; readonly title: string; readonly row: CsvRow; readonly first: First },
  context: ClickContext,
): TrackerTime | null {
  const text = first(name)
  const time = clickTime(text, context) ?? clickTime(first(`${name} text`), context)
  if (text !== '' && time === null)
    context.builder.problems.tell({
      code: 'tracker.date_unreadable',
      line: row.line,
      subject: title,
      params: { field: name, text: text.slice(0, 60) },
    })
  return time
}

function readFields(row: CsvRow, first: First, context: ClickContext): TrackerItem['fields'] {
  const { places, columns, custom } = context
  const spent = clickMinutes(first('time spent', 'time spent text'))
  const known = [
    { name: 'Space', value: places.space.size > 1 ? first('space name') : '' },
    { name: 'Folder', value: places.folder.size > 1 ? first('folder name') : '' },
    { name: 'Time spent', value: spent === null || spent === 0 ? '' : minutesText(spent) },
  ]
  const own = custom.map(({ name, label, isDate }) => {
    const text = columns.first(name, row)
    const time = isDate ? clickTime(text, context) : null
    return { name: label, value: time === null ? namesIn(text).join(', ') : dayText(time) }
  })
  return [...known, ...own].filter(({ value }) => value !== '' && value !== 'hidden')
}

function dayText(time: TrackerTime): string {
  return 'day' in time ? time.day : new Date(time.at).toISOString()
}
