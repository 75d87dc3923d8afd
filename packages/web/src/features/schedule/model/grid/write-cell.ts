import type { PlanRowView } from '@millrace/contract'
import { addDays, dayNumber } from '@millrace/core/kernel'
import { keepsDates, type Shift, shiftOf } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { spanDays } from '../row-facts.ts'
import type { CellChange, Written } from './cell-change.ts'
import { textOf } from './cell-text.ts'
import { type GridColumn, type GridFault, type GridGround, isReadColumn } from './ground.ts'
import { personCalled } from './person-called.ts'
import { readDuration, readPercent, readWork } from './read-amount.ts'
import { writeConstraint, writeConstraintDay } from './write-constraint.ts'
import { writeResources } from './write-resources.ts'

/** All columns but the links, which are written together. */
export type PlainColumn = Exclude<GridColumn, 'before'>

type At = { readonly row: PlanRowView; readonly ground: GridGround }

/** What a summary says of its own, besides its links; everything else it has from what lies under it. */
export const SAID_BY_SUMMARIES: ReadonlySet<GridColumn> = new Set([
  'title',
  'responsible',
  'constraint',
  'constraintDay',
  'deadline',
  'calendar',
])

/**
 * What has to be done so that a cell says a text. An empty text takes away what was said. A start moves the item, a
 * finish or a duration makes it longer or shorter, as when its bar is drawn.
 */
export function writeCell(column: PlainColumn, text: string, at: At): Written {
  const typed = text.trim()
  if (typed === textOf(column, at.row, at.ground).trim()) return null
  const fixed = fixedBecause(column, at.row)
  if (fixed !== null) return { fault: fixed, piece: typed }
  return isReadColumn(column) ? null : WRITERS[column](typed, at)
}

/** Why nothing can be written in a cell, whatever it is; null: it can. */
export function fixedBecause(column: GridColumn, row: PlanRowView): GridFault | null {
  if (isReadColumn(column)) return column
  if (row.isSummary && column !== 'before' && !SAID_BY_SUMMARIES.has(column)) return 'ofSummary'
  if (row.isHammock && (column === 'duration' || column === 'start' || column === 'finish'))
    return 'ofHammock'
  return null
}

const WRITERS: Readonly<
  Record<Exclude<PlainColumn, 'wbs' | 'float' | 'cost'>, (typed: string, at: At) => Written>
> = {
  title: (typed) => (typed === '' ? { fault: 'titleEmpty', piece: '' } : { item: { title: typed } }),
  duration: writeLengthOf,
  effort: writeEffort,
  start: (typed, at) => writeDay('start', typed, at),
  finish: (typed, at) => writeDay('finish', typed, at),
  percent: (typed, { ground }) => {
    const percentComplete = readPercent(typed, ground.decimal)
    return percentComplete === null ? { fault: 'noPercent', piece: typed } : { plan: { percentComplete } }
  },
  resources: (typed, { row, ground }) => {
    const calls = writeResources(typed, row.itemId, ground)
    return 'fault' in calls ? calls : calls.length === 0 ? null : { calls }
  },
  responsible: writePerson,
  constraint: writeConstraint,
  constraintDay: writeConstraintDay,
  deadline: (typed, { ground }) => {
    if (typed === '') return { plan: { deadlineAt: null } }
    const day = ground.readDay(typed)
    if (day === null) return { fault: 'noDay', piece: typed }
    return { plan: { deadlineAt: ground.days.startOf(addDays(day, 1)) } }
  },
  calendar: (typed, { ground }) => {
    const found = ground.calendars.find(({ name }) => name.toLowerCase() === typed.toLowerCase())
    if (!found && typed !== '') return { fault: 'noCalendar', piece: typed }
    return { plan: { calendarId: found?.id ?? null } }
  },
}

/** The calls of what is said anew about one item, in the order in which they build upon each other. */
export function callsOfChange(
  itemId: string,
  { item, plan, calls = [] }: CellChange,
  { containerId }: Pick<GridGround, 'containerId'>,
): readonly Call[] {
  return [
    ...(item ? [callOf('work.changeItem', { id: itemId, patch: item })] : []),
    ...(plan ? [callOf('schedule.changePlanItem', { containerId, itemId, patch: plan })] : []),
    ...calls,
  ]
}

function writePerson(typed: string, { ground }: At): Written {
  if (typed === '') return { item: { responsibleId: null } }
  const person = personCalled(typed, ground.people)
  return person ? { item: { responsibleId: person.id } } : { fault: 'nobody', piece: typed }
}

function writeEffort(typed: string, { row, ground }: At): Written {
  if (typed === '') return { item: { effortMin: null } }
  if (row.isMilestone) return { fault: 'ofMilestone', piece: typed }
  const effortMin = readWork(typed, ground)
  return effortMin === null ? { fault: 'noWork', piece: typed } : { item: { effortMin } }
}

function writeLengthOf(typed: string, { row, ground }: At): Written {
  const length = readDuration(typed, ground)
  if (typed === '') return { plan: { durationMin: null } }
  if (!length) return { fault: 'noLength', piece: typed }
  // As in Microsoft Project: what takes no time is a milestone, and a milestone that takes some is none.
  if (length.minutes === 0) return { item: { isMilestone: true } }
  const said = { durationMin: length.minutes, isElapsed: length.isElapsed }
  if (row.isMilestone) return { item: { isMilestone: false }, plan: said }
  if (!keepsDates(row)) return { plan: said }
  const span = spanDays(row, ground.days)
  if (!span) return { fault: 'undated', piece: typed }
  const count = Math.max(1, Math.ceil(length.minutes / (length.isElapsed ? 1440 : 480)))
  const last = length.isElapsed
    ? addDays(span.from, count - 1)
    : ground.days.lastOf(span.from, count, row.calendarId)
  return shifted({ row, ground }, { days: between(span.to, last), end: 'finish' })
}

function writeDay(column: 'start' | 'finish', typed: string, at: At): Written {
  const { row, ground } = at
  if (typed === '') return withoutDay(column, row)
  const day = ground.readDay(typed)
  if (day === null) return { fault: 'noDay', piece: typed }
  const span = spanDays(row, ground.days)
  if (span === null) return { item: { [column === 'start' ? 'startsOn' : 'dueOn']: day } }
  if (column === 'start') return shifted(at, { days: between(span.from, day), end: 'both' })
  return shifted(at, { days: between(span.to, day), end: 'finish' })
}

/** Days of its own go; what was set for an item that follows its links goes as well. */
function withoutDay(column: 'start' | 'finish', row: PlanRowView): Written {
  if (row.datesFrom === 'item') return { item: { [column === 'start' ? 'startsOn' : 'dueOn']: null } }
  if (row.isManual) return { plan: { isManual: false } }
  return row.constraintKind === null ? null : { plan: { constraintKind: null } }
}

function shifted({ row, ground }: At, shift: Shift): Written {
  if (shift.days === 0) return null
  const item = ground.itemOf(row.itemId)
  if (row.datesFrom === 'item' && item) {
    const move = (day: string | null) => day && addDays(day, shift.days)
    const dueOn = move(item.dueOn)
    if (shift.end === 'both') return { item: { startsOn: move(item.startsOn), dueOn } }
    // The day of something that has a start only is its last as well.
    const last = dueOn ?? move(item.startsOn)
    return {
      item: { dueOn: last !== null && item.startsOn !== null && last < item.startsOn ? item.startsOn : last },
    }
  }
  const patch = shiftOf(row, shift, {
    ...ground,
    calendars: ground.calendars.map(({ definition, ...calendar }) => ({ ...calendar, ...definition })),
  })
  return patch ? { plan: patch } : null
}

function between(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)
}
