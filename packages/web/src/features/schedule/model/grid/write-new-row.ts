import { type Call, callOf } from '../../../../platform/store/index.ts'
import { newRow } from '../new-row.ts'
import { type CellChange, type ItemPatch, isWrong, type PlanPatch } from './cell-change.ts'
import {
  GRID_COLUMNS,
  type GridColumn,
  type GridGround,
  isReadColumn,
  type ReadColumn,
  understood,
  type Wrong,
} from './ground.ts'
import { personCalled } from './person-called.ts'
import { readDuration, readPercent, readWork } from './read-amount.ts'
import { writeCell } from './write-cell.ts'
import { writeConstraintOn } from './write-constraint.ts'
import { writeResources } from './write-resources.ts'
import type { Texts, WrittenCell, WrittenLine } from './write-row.ts'

/** A new item, and where it is to lie. */
export type NewLine = {
  readonly itemId: string
  readonly texts: Texts
  readonly parentId: string | null
  readonly rank: string
}

/** What of a new item follows from its cells; what does not fit is left out and told. */
type Draft = { item: ItemPatch; plan: PlanPatch; calls: readonly Call[]; cells: WrittenCell[] }

/**
 * Makes a new item: with days of its own where both ends are given, else with a duration, and a start before which it
 * does not begin. What follows from everything else is passed over.
 */
export function writeNewRow({ itemId, texts, parentId, rank }: NewLine, ground: GridGround): WrittenLine {
  const draft: Draft = { item: {}, plan: {}, calls: [], cells: [] }
  const title = texts.get('title')?.trim() ?? ''
  draft.cells.push({
    ...{ column: 'title', before: '', text: title },
    wrong: title === '' ? { fault: 'titleEmpty', piece: '' } : null,
  })
  for (const column of NEW_COLUMNS) {
    const text = texts.get(column)?.trim() ?? ''
    if (text === '') continue
    const cell = { column, text: understood(column, text, ground) }
    add(draft, cell, READERS[column](text, { ground, itemId, texts }))
  }
  if (title === '') return { calls: [], cells: draft.cells }
  const calls = callsOfNew({ id: itemId, title, parentId, rank }, draft, ground)
  return { calls, cells: draft.cells, last: durationAgain(itemId, draft, ground) }
}

function add(draft: Draft, cell: Pick<WrittenCell, 'column' | 'text'>, read: CellChange | Wrong): void {
  draft.cells.push({ ...cell, before: '', wrong: isWrong(read) ? read : null })
  if (isWrong(read)) return
  draft.item = { ...draft.item, ...read.item }
  draft.plan = { ...draft.plan, ...read.plan }
  draft.calls = [...draft.calls, ...(read.calls ?? [])]
}

/** Whoever is put on an item with an effort changes how long it takes. */
function durationAgain(itemId: string, { item, plan, calls }: Draft, { containerId }: GridGround) {
  const { durationMin } = plan
  if (typeof durationMin !== 'number' || item.effortMin === undefined || calls.length === 0) return []
  return [callOf('schedule.changePlanItem', { containerId, itemId, patch: { durationMin } })]
}

type Made = {
  readonly id: string
  readonly title: string
  readonly parentId: string | null
  readonly rank: string
}

function callsOfNew({ parentId, ...made }: Made, draft: Draft, { containerId, days }: GridGround) {
  const { startsOn, ...item } = draft.item
  const hasDays = item.dueOn !== undefined || (startsOn && draft.plan.durationMin === undefined)
  const soon =
    startsOn && !hasDays && draft.plan.constraintKind === undefined
      ? { constraintKind: 'SNET' as const, constraintAt: days.startOf(startsOn) }
      : {}
  const patch = { ...draft.plan, ...soon }
  const create = { ...item, ...made, containerId, ...(parentId === null ? {} : { parentId }) }
  return [
    callOf('work.createItem', startsOn && hasDays ? { ...create, startsOn } : create),
    ...(Object.keys(patch).length === 0
      ? []
      : [callOf('schedule.changePlanItem', { containerId, itemId: made.id, patch })]),
    ...draft.calls,
  ]
}

/** What a new item says of its time before anything is said. */
const blankRow = newRow({ itemId: '', key: '', title: '' })

function dayed(day: string | null, text: string, change: (day: string) => CellChange): CellChange | Wrong {
  return day === null ? { fault: 'noDay', piece: text } : change(day)
}

type At = { readonly ground: GridGround; readonly itemId: string; readonly texts: Texts }
type Reader = (text: string, at: At) => CellChange | Wrong

/** What is read with the title, or follows from everything else, or is linked once all lines are there. */
type OtherColumn = 'title' | 'before' | ReadColumn
type NewColumn = Exclude<GridColumn, OtherColumn>

const NEW_COLUMNS = GRID_COLUMNS.filter(
  (column): column is NewColumn => column !== 'title' && column !== 'before' && !isReadColumn(column),
)

const READERS: Readonly<Record<NewColumn, Reader>> = {
  duration: (text, { ground }) => {
    const length = readDuration(text, ground)
    if (!length) return { fault: 'noLength', piece: text }
    if (length.minutes === 0) return { item: { isMilestone: true } }
    return { plan: { durationMin: length.minutes, ...(length.isElapsed ? { isElapsed: true } : {}) } }
  },
  effort: (text, { ground }) => {
    const effortMin = readWork(text, ground)
    return effortMin === null ? { fault: 'noWork', piece: text } : { item: { effortMin } }
  },
  start: (text, { ground }) => dayed(ground.readDay(text), text, (startsOn) => ({ item: { startsOn } })),
  finish: (text, { ground, texts }) =>
    dayed(ground.readDay(text), text, (dueOn) =>
      // A duration says when it ends, and goes on saying it when the start moves.
      readDuration(texts.get('duration') ?? '', ground) ? {} : { item: { dueOn } },
    ),
  percent: (text, { ground }) => {
    const percentComplete = readPercent(text, ground.decimal)
    if (percentComplete === null) return { fault: 'noPercent', piece: text }
    return percentComplete === 0 ? {} : { plan: { percentComplete } }
  },
  resources: (text, { ground, itemId }) => {
    const calls = writeResources(text, itemId, ground)
    return 'fault' in calls ? calls : { calls }
  },
  responsible: (text, { ground }) => {
    const person = personCalled(text, ground.people)
    return person ? { item: { responsibleId: person.id } } : { fault: 'nobody', piece: text }
  },
  constraint: (text, { ground, texts }) => {
    const day = texts.get('constraintDay')?.trim() ?? ''
    const at = { row: blankRow, ground }
    if (day !== '') return writeConstraintOn({ kind: text, day }, at) ?? {}
    const written = writeCell('constraint', text, at)
    // It has no day to be held at yet.
    return written !== null && isWrong(written) && written.fault === 'undated'
      ? { fault: 'constraintFirst', piece: text }
      : (written ?? {})
  },
  constraintDay: (text, { ground, texts }) =>
    (texts.get('constraint')?.trim() ?? '') === ''
      ? (writeConstraintOn({ kind: '', day: text }, { row: blankRow, ground }) ?? {})
      : {},
  deadline: (text, { ground }) => writeCell('deadline', text, { row: blankRow, ground }) ?? {},
  calendar: (text, { ground }) => writeCell('calendar', text, { row: blankRow, ground }) ?? {},
}
