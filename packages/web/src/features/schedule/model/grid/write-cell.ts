import type { PlanRowView } from '@millrace/contract'
import { addDays, dayNumber } from '@millrace/core/kernel'
import { keepsDates } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'
import { readLength } from '../link-notation.ts'
import { spanDays } from '../row-facts.ts'
import { type Shift, shiftOf } from '../shift-row.ts'
import { textOf } from './cell-text.ts'
import type { GridColumn, GridGround, GridPerson, Wrong } from './ground.ts'

type Written = readonly Call[] | Wrong

/** All columns but the links, which are written together. */
export type PlainColumn = Exclude<GridColumn, 'before'>

/**
 * What has to be done so that a cell says a text; nothing when it says so already. An empty text takes away what was
 * said. A start moves the item, a finish or a duration makes it longer or shorter, as when its bar is drawn.
 */
export function writeCell(
  column: PlainColumn,
  text: string,
  { row, ground }: { readonly row: PlanRowView; readonly ground: GridGround },
): Written {
  const typed = text.trim()
  if (typed === textOf(column, row, ground)) return []
  if (row.isSummary && column !== 'title' && column !== 'responsible')
    return { fault: 'ofSummary', piece: typed }
  switch (column) {
    case 'title':
      return typed === '' ? { fault: 'titleEmpty', piece: '' } : changed(row, { title: typed })
    case 'responsible':
      return writePerson(typed, row, ground)
    case 'percent':
      return writePercent(typed, row, ground)
    case 'duration':
      return writeLengthOf(typed, row, ground)
    default:
      return writeDay(column, typed, { row, ground })
  }
}

/** Whether it is a text that does not fit. */
export function isWrong(written: object): written is Wrong {
  return 'fault' in written
}

function changed(row: PlanRowView, patch: Parameters<typeof callOf<'work.changeItem'>>[1]['patch']): Written {
  return [callOf('work.changeItem', { id: row.itemId, patch })]
}

type PlanPatch = Parameters<typeof callOf<'schedule.changePlanItem'>>[1]['patch']

function planned(row: PlanRowView, { containerId }: GridGround, patch: PlanPatch): Written {
  return [callOf('schedule.changePlanItem', { containerId, itemId: row.itemId, patch })]
}

function writePerson(typed: string, row: PlanRowView, { people }: GridGround): Written {
  if (typed === '') return changed(row, { responsibleId: null })
  const person = personCalled(typed, people)
  return person ? changed(row, { responsibleId: person.id }) : { fault: 'nobody', piece: typed }
}

/** By name or e-mail address, in any case; a beginning that only one has is enough. */
export function personCalled(text: string, people: readonly GridPerson[]): GridPerson | undefined {
  const wanted = text.toLowerCase()
  const exact = people.find(({ name, email }) => name.toLowerCase() === wanted || email === wanted)
  if (exact) return exact
  const begun = people.filter(({ name }) => name.toLowerCase().startsWith(wanted))
  return begun.length === 1 ? begun[0] : undefined
}

/** A whole number from 0 to 100, with or without its sign; undefined when it is none. */
export function readPercent(typed: string): number | undefined {
  const count = typed === '' ? '0' : /^(\d{1,3})\s*%?$/.exec(typed)?.[1]
  return count === undefined || Number(count) > 100 ? undefined : Number(count)
}

function writePercent(typed: string, row: PlanRowView, ground: GridGround): Written {
  const percentComplete = readPercent(typed)
  if (percentComplete === undefined) return { fault: 'noPercent', piece: typed }
  return planned(row, ground, { percentComplete })
}

function writeLengthOf(typed: string, row: PlanRowView, ground: GridGround): Written {
  if (row.isMilestone) return { fault: 'ofMilestone', piece: typed }
  if (typed === '') return planned(row, ground, { durationMin: null })
  const length = readLength(typed, ground.letters)
  if (!length || length.minutes <= 0) return { fault: 'noLength', piece: typed }
  if (!keepsDates(row)) {
    return planned(row, ground, { durationMin: length.minutes, isElapsed: length.isElapsed })
  }
  const span = spanDays(row, ground.days)
  if (!span) return { fault: 'undated', piece: typed }
  const count = Math.max(1, Math.ceil(length.minutes / (length.isElapsed ? 1440 : 480)))
  const last = length.isElapsed
    ? addDays(span.from, count - 1)
    : ground.days.lastOf(span.from, count, row.calendarId)
  return shifted(row, ground, { days: between(span.to, last), end: 'finish' })
}

function writeDay(
  column: 'start' | 'finish',
  typed: string,
  { row, ground }: { readonly row: PlanRowView; readonly ground: GridGround },
): Written {
  if (typed === '') return withoutDay(column, row, ground)
  const day = ground.readDay(typed)
  if (day === null) return { fault: 'noDay', piece: typed }
  const span = spanDays(row, ground.days)
  if (span === null) {
    return changed(row, { [column === 'start' ? 'startsOn' : 'dueOn']: day })
  }
  if (column === 'start') return shifted(row, ground, { days: between(span.from, day), end: 'both' })
  return shifted(row, ground, { days: between(span.to, day), end: 'finish' })
}

/** Days of its own go; what was set for an item that follows its links goes as well. */
function withoutDay(column: 'start' | 'finish', row: PlanRowView, ground: GridGround): Written {
  if (row.datesFrom === 'item') return changed(row, { [column === 'start' ? 'startsOn' : 'dueOn']: null })
  if (row.isManual) return planned(row, ground, { isManual: false })
  return row.constraintKind === null ? [] : planned(row, ground, { constraintKind: null })
}

function shifted(row: PlanRowView, ground: GridGround, shift: Shift): Written {
  if (shift.days === 0) return []
  const item = ground.itemOf(row.itemId)
  if (row.datesFrom === 'item' && item) {
    const move = (day: string | null) => day && addDays(day, shift.days)
    const dueOn = move(item.dueOn)
    if (shift.end === 'both') return changed(row, { startsOn: move(item.startsOn), dueOn })
    // The day of something that has a start only is its last as well.
    const last = dueOn ?? move(item.startsOn)
    return changed(row, {
      dueOn: last !== null && item.startsOn !== null && last < item.startsOn ? item.startsOn : last,
    })
  }
  const patch = shiftOf(row, shift, {
    ...ground,
    calendars: ground.calendars.map(({ definition, ...calendar }) => ({ ...calendar, ...definition })),
  })
  return patch ? planned(row, ground, patch) : []
}

function between(from: string, to: string): number {
  return (dayNumber(to) ?? 0) - (dayNumber(from) ?? 0)
}
