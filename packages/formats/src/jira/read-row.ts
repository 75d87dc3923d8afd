import type { CsvRow } from '../csv/index.ts'
import { parseDate } from '../dates/index.ts'
import {
  emptyTrackerItem,
  type TableColumns,
  type TrackerItem,
  type TrackerTime,
  tableMoment,
  webAddress,
} from '../tracker/index.ts'
import { isPassedOver } from './custom-fields.ts'
import { groupOf, type JiraBoard, linkKind } from './jira-board.ts'
import type { RowContext } from './row-context.ts'
import { rowTalk } from './row-talk.ts'
import { wikiText } from './wiki-text.ts'

/** Reads one row of the table into the board. */
export function readRow(row: CsvRow, context: RowContext): void {
  const { columns, board } = context
  const first = (name: string) => columns.first(name, row)
  const key = first('issue key')
  const title = first('summary')
  if (key === '') {
    const params = { what: 'issues' }
    board.problems.tell({
      code: 'tracker.entry_unreadable',
      severity: 'error',
      line: row.line,
      subject: title,
      params,
    })
    return
  }
  const read = { row, context, title }
  board.addItem({
    ...emptyTrackerItem,
    ref: key,
    key,
    line: row.line,
    title,
    description: wikiText(first('description')),
    type: first('issue type') || null,
    stateRef: readState(first('status'), first('status category'), board),
    priority: first('priority') || null,
    personRefs: [readPerson('assignee', read)].filter((ref) => ref !== null),
    reporterRef: readPerson('reporter', read),
    parentRef: parentOf(first),
    starts: readDay('custom field (start date)', read),
    due: readDay('due date', read),
    effortMin: minutesOf(first('original estimate')),
    labels: columns.all('labels', row).flatMap((text) => text.split(/\s+/)),
    fields: readFields(row, columns),
    createdAt: tableMoment(first('created'), context),
    finishedAt: tableMoment(first('resolved'), context),
    comments: rowTalk(row, context),
    attachments: columns.all('attachment', row).flatMap(readAttachment),
  })
  readLinks(key, row, context)
}

type Read = { readonly row: CsvRow; readonly context: RowContext; readonly title: string }

function readState(name: string, category: string, board: JiraBoard): string | null {
  if (name === '') return null
  board.addState({ ref: name, name, group: groupOf(category) })
  return name
}

/** The cloud writes ids beside names, and names people in comments by id. */
function readPerson(column: 'assignee' | 'reporter', { row, context }: Read): string | null {
  const { columns, board } = context
  const name = columns.first(column, row)
  if (name === '') return null
  const ref = columns.first(`${column} id`, row) || name
  board.addPerson({ ref, name, email: /^\S+@\S+\.\S+$/.test(name) ? name : null })
  return ref
}

function parentOf(first: (name: string) => string): string | null {
  const [ref = ''] = ['parent key', 'parent', 'parent id', 'custom field (epic link)']
    .map(first)
    .filter(Boolean)
  return ref || null
}

function readDay(column: string, { row, context, title }: Read): TrackerTime | null {
  const text = context.columns.first(column, row)
  if (text === '') return null
  const parsed = parseDate(text, context.order ? { order: context.order } : {})
  if (parsed.ok) return { day: parsed.value.date }
  const params = { field: column, text: text.slice(0, 60) }
  context.board.problems.tell({ code: 'tracker.date_unreadable', line: row.line, subject: title, params })
  return null
}

/** Jira exports estimates in seconds. */
function minutesOf(text: string): number | null {
  return /^\d{1,12}$/.test(text) ? Number(text) / 60 : null
}

const KEPT = [
  'resolution',
  'components',
  'component/s',
  'fix versions',
  'fix version/s',
  'sprint',
  'environment',
]

function readFields(row: CsvRow, columns: TableColumns): TrackerItem['fields'] {
  const known = KEPT.map((name) => ({
    name: (name[0] ?? '').toUpperCase() + name.slice(1).replace('/s', 's'),
    value: columns.all(name, row).join(', '),
  }))
  const custom = columns
    .within('custom field')
    .filter(({ inside }) => !isPassedOver(inside))
    .map(({ name, inside }) => ({ name: inside, value: columns.all(name, row).join(', ') }))
  return [...known, ...custom].filter(({ value }) => value !== '' && value !== '{}')
}

/** `date;author;name;address`; a name may hold semicolons. */
function readAttachment(cell: string): TrackerItem['attachments'] {
  const parts = cell.split(';')
  const url = webAddress(parts.at(-1) ?? '')
  const name = parts.slice(2, -1).join(';').trim()
  return url === null ? [] : [{ name: name || url, url }]
}

function readLinks(key: string, row: CsvRow, { columns, board }: RowContext): void {
  for (const { name, inside } of columns.within('outward issue link'))
    for (const toRef of columns.all(name, row)) board.addLink({ fromRef: key, toRef, kind: linkKind(inside) })
  for (const { name, inside } of columns.within('inward issue link'))
    for (const fromRef of columns.all(name, row))
      board.addLink({ fromRef, toRef: key, kind: linkKind(inside) })
}
