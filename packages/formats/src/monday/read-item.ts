import type { StateGroup } from '@millrace/core/work'
import {
  type BoardBuilder,
  emptyTrackerItem,
  namesIn,
  personOf,
  type TableClock,
  type TrackerItem,
  type TrackerTime,
  tableMoment,
  tableTime,
  webAddress,
  withoutPictures,
} from '../tracker/index.ts'
import type { BoardRow } from './board-rows.ts'

/** What a row is read with. */
export type ItemContext = TableClock & {
  readonly builder: BoardBuilder
  /** Whether the groups are what work goes through, for lack of a status. */
  readonly areGroupsStates: boolean
  /** The reference of the item on a line. */
  readonly refOf: (line: number) => string
}

/** The labels that a status begins with, and the stages they mean. */
const GROUPS: Readonly<Record<string, StateGroup>> = {
  'working on it': 'inProgress',
  stuck: 'waiting',
  done: 'done',
  'not started': 'backlog',
}

/** A row as an item. */
export function readItem(given: BoardRow, context: ItemContext): TrackerItem {
  const { builder, areGroupsStates } = context
  const { row, group, parentLine } = given
  const { roles } = given.columns
  const cell = (index: number) => (row.cells[index] ?? '').trim()
  const title = cell(roles.name)
  const status = withoutPictures(areGroupsStates ? group : cell(roles.status))
  const people = roles.people.flatMap((index) => namesIn(cell(index)))
  for (const name of people) builder.addPerson(personOf(name))
  const created = createdOf(cell(roles.created))
  if (created.name !== '') builder.addPerson(personOf(created.name))
  if (status !== '')
    builder.addState({ ref: status, name: status, group: GROUPS[status.toLowerCase()] ?? null })
  return {
    ...emptyTrackerItem,
    ...readTimes(title, given, context),
    ref: context.refOf(row.line),
    line: row.line,
    title,
    description: cell(roles.description),
    stateRef: status || null,
    priority: withoutPictures(cell(roles.priority)) || null,
    personRefs: [...new Set(people)],
    reporterRef: created.name || null,
    parentRef: parentLine === null ? null : context.refOf(parentLine),
    labels: [
      ...roles.labels.flatMap((index) => namesIn(cell(index))),
      ...(areGroupsStates || parentLine !== null ? [] : [group]),
    ],
    fields: roles.others.flatMap((index) =>
      cell(index) === '' ? [] : [{ name: given.columns.written[index] ?? '', value: cell(index) }],
    ),
    createdAt: tableMoment(created.at, context),
    attachments: roles.files.flatMap((index) => filesIn(cell(index))),
  }
}

/** `Ann Lee Mar 1, 2026 9:00 AM`: who made an item, and when. */
function createdOf(text: string): { readonly name: string; readonly at: string } {
  const [, name = '', at = ''] =
    /^(.*?)\s*((?:\p{L}{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\S+[/.]\d{4}).*)$/u.exec(text) ??
    []
  return { name, at }
}

/** `2026-03-01 - 2026-03-05`, also with `to` between. */
const SPAN = /^(.+?)\s+(?:-|–|to)\s+(.+)$/

function readTimes(
  title: string,
  { row, columns: { roles } }: BoardRow,
  context: ItemContext,
): { readonly starts: TrackerTime | null; readonly due: TrackerTime | null } {
  const { builder } = context
  const cell = (index: number) => (row.cells[index] ?? '').trim()
  const [, from = '', to = ''] = SPAN.exec(cell(roles.span)) ?? []
  const time = (field: string, text: string) => {
    const read = tableTime(text, context)
    if (text !== '' && read === null)
      builder.problems.tell({
        code: 'tracker.date_unreadable',
        line: row.line,
        subject: title,
        params: { field, text: text.slice(0, 60) },
      })
    return read
  }
  return { starts: time('start', cell(roles.start) || from), due: time('due', cell(roles.due) || to) }
}

/** Addresses of files, one behind the other. */
function filesIn(text: string): TrackerItem['attachments'] {
  return text.split(/,\s*|\s+/).flatMap((written) => {
    const url = webAddress(written)
    return url === null ? [] : [{ name: decoded(url.split('/').at(-1) ?? '') || url, url }]
  })
}

function decoded(name: string): string {
  try {
    // A name that is not encoded as addresses are is shown as it is.
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
