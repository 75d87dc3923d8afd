import { err, type Id, type Instant, isPlainDate, ok, type PlainDate, type Result } from '../kernel/index.ts'
import { TITLE_MAX } from './check-item.ts'
import type { NewWorkItem } from './create.ts'
import type { WorkItem } from './work-item.ts'

/** A named list of small steps within an item. Removed lists keep their rows, to be brought back. */
export type Checklist = {
  readonly id: Id<'Checklist'>
  readonly itemId: Id<'WorkItem'>
  readonly name: string
  /** Order among the lists of the item: compare as plain text. */
  readonly rank: string
  readonly removedAt: Instant | null
  readonly version: number
}

/** One step of a checklist: small enough to need no state, estimate or discussion of its own. */
export type ChecklistLine = {
  readonly id: Id<'ChecklistLine'>
  readonly itemId: Id<'WorkItem'>
  readonly checklistId: Id<'Checklist'>
  readonly text: string
  /** Order within the list: compare as plain text. */
  readonly rank: string
  readonly responsibleId: Id<'Person'> | null
  readonly dueOn: PlainDate | null
  readonly doneAt: Instant | null
  /** Who ticked it; null also when an engine did. */
  readonly doneBy: Id<'Person'> | null
  /** The sub-item that the line became. Whether the line is done is then said by that item. */
  readonly subItemId: Id<'WorkItem'> | null
  readonly removedAt: Instant | null
  readonly version: number
}

/** New values for some fields of a list. */
export type ChecklistPatch = { readonly name?: string | undefined; readonly rank?: string | undefined }

/** New values for some fields of a line. Another list moves it there. */
export type ChecklistLinePatch = {
  readonly text?: string | undefined
  readonly rank?: string | undefined
  readonly checklistId?: Id<'Checklist'> | undefined
  readonly responsibleId?: Id<'Person'> | null | undefined
  readonly dueOn?: PlainDate | null | undefined
}

/** By how much lines change the counts at their item. */
export type LineCounts = { readonly lines: number; readonly done: number }

/** The longest name of a list. */
export const LIST_NAME_MAX = 100
/** An item with more steps than this is a project. */
export const LISTS_MAX = 20
/** As above: every open page of the item holds all of its lines. */
export const LINES_MAX = 500

/** Whether checklists of the item may change: those of an archived one may not. */
export function checkListsOpen(item: WorkItem): Result<WorkItem> {
  return item.archivedAt === null ? ok(item) : err({ code: 'work.archived', params: { key: item.key } })
}

/**
 * A new, empty list.
 *
 * @param listCount how many the item has already
 * @returns refused with `work.checklist_name_missing`, `work.text_too_long` or `work.checklists_full`
 */
export function createChecklist(
  input: Pick<Checklist, 'id' | 'itemId' | 'name' | 'rank'>,
  listCount: number,
): Result<Checklist> {
  if (listCount >= LISTS_MAX) return err({ code: 'work.checklists_full', params: { max: LISTS_MAX } })
  return checkList({ ...input, name: input.name.trim(), removedAt: null, version: 1 })
}

/** Names a list anew or gives it another place. The same list when nothing differs. */
export function changeChecklist(list: Checklist, patch: ChecklistPatch): Result<Checklist> {
  const name = patch.name?.trim() ?? list.name
  const rank = patch.rank ?? list.rank
  if (name === list.name && rank === list.rank) return ok(list)
  return checkList({ ...list, name, rank, version: list.version + 1 })
}

/** Takes a list away with the lines that still stand in it. */
export function removeChecklist(
  list: Checklist,
  lines: readonly ChecklistLine[],
  now: Instant,
): { readonly list: Checklist; readonly lines: readonly ChecklistLine[] } {
  if (list.removedAt !== null) return { list, lines: [] }
  return {
    list: { ...list, removedAt: now, version: list.version + 1 },
    lines: lines.filter((line) => line.removedAt === null).map((line) => removeLine(line, now)),
  }
}

/**
 * Brings a list back with the lines that went in the same act, which is what has the same moment.
 *
 * @param counts how many lists and lines the item has now
 * @returns refused with `work.checklists_full` or `work.checklist_full`
 */
export function restoreChecklist(
  list: Checklist,
  lines: readonly ChecklistLine[],
  counts: { readonly lists: number; readonly lines: number },
): Result<{ readonly list: Checklist; readonly lines: readonly ChecklistLine[] }> {
  if (list.removedAt === null) return ok({ list, lines: [] })
  if (counts.lists >= LISTS_MAX) return err({ code: 'work.checklists_full', params: { max: LISTS_MAX } })
  const back = lines
    .filter((line) => line.removedAt === list.removedAt)
    .map((line): ChecklistLine => ({ ...line, removedAt: null, version: line.version + 1 }))
  if (counts.lines + back.length > LINES_MAX) return tooManyLines()
  return ok({ list: { ...list, removedAt: null, version: list.version + 1 }, lines: back })
}

/**
 * A new line at the end of a list, unless a rank says where.
 *
 * @param lineCount how many lines the item has already
 * @returns refused with `work.line_text_missing`, `work.text_too_long`, `work.date_wrong`,
 *   `work.checklist_removed` or `work.checklist_full`
 */
export function createLine(
  input: Pick<ChecklistLine, 'id' | 'text' | 'rank' | 'responsibleId' | 'dueOn'>,
  list: Checklist,
  lineCount: number,
): Result<ChecklistLine> {
  if (list.removedAt !== null) return err({ code: 'work.checklist_removed' })
  if (lineCount >= LINES_MAX) return tooManyLines()
  const nothing = { doneAt: null, doneBy: null, subItemId: null, removedAt: null }
  return checkLine({
    ...nothing,
    ...input,
    itemId: list.itemId,
    checklistId: list.id,
    text: input.text.trim(),
    version: 1,
  })
}

/**
 * Sets fields of a line. Of a line that became a sub-item only its place can change.
 *
 * @param target the list it is to stand in: its own, or the one that the patch names
 * @returns refused with `work.changed_meanwhile` when a value is not what the changer saw,
 *   `work.line_is_item`, `work.line_removed`, `work.checklist_elsewhere`, or one of the codes of
 *   `createLine`. The same line when nothing differs
 */
export function changeLine(
  line: ChecklistLine,
  input: { readonly patch: ChecklistLinePatch; readonly seen?: ChecklistLinePatch | undefined },
  target: Checklist,
): Result<ChecklistLine> {
  const { patch, seen = {} } = input
  if (line.removedAt !== null) return err({ code: 'work.line_removed' })
  const stale = LINE_FIELDS.filter((field) => seen[field] !== undefined && seen[field] !== line[field])
  if (stale.length > 0)
    return err({ code: 'work.changed_meanwhile', params: { key: line.text, fields: stale } })
  const next: ChecklistLine = { ...line, ...defined(patch), text: patch.text?.trim() ?? line.text }
  const changed = LINE_FIELDS.filter((field) => next[field] !== line[field])
  if (changed.length === 0) return ok(line)
  if (line.subItemId !== null && changed.some((field) => !PLACE_FIELDS.has(field)))
    return err({ code: 'work.line_is_item' })
  if (target.removedAt !== null) return err({ code: 'work.checklist_removed' })
  if (target.itemId !== line.itemId) return err({ code: 'work.checklist_elsewhere' })
  return checkLine({ ...next, version: line.version + 1 })
}

/**
 * Ticks a line, or takes the tick away. The same line when it was so already.
 *
 * @returns refused with `work.line_is_item` or `work.line_removed`
 */
export function tickLine(
  line: ChecklistLine,
  isDone: boolean,
  by: { readonly now: Instant; readonly personId: Id<'Person'> | null },
): Result<ChecklistLine> {
  if (line.removedAt !== null) return err({ code: 'work.line_removed' })
  if (line.subItemId !== null) return err({ code: 'work.line_is_item' })
  return ok(isDone === (line.doneAt !== null) ? line : ticked(line, isDone ? by : null))
}

/** The line after the sub-item it became was finished or opened again. */
export function followSubItem(
  line: ChecklistLine,
  subItem: Pick<WorkItem, 'stateGroup'>,
  by: { readonly now: Instant; readonly personId: Id<'Person'> | null },
): ChecklistLine {
  const isDone = subItem.stateGroup === 'done'
  return isDone === (line.doneAt !== null) ? line : ticked(line, isDone ? by : null)
}

/** Takes a line away. The same line when it is gone already. */
export function removeLine(line: ChecklistLine, now: Instant): ChecklistLine {
  return line.removedAt === null ? { ...line, removedAt: now, version: line.version + 1 } : line
}

/** Brings a line back as it was. @returns refused with `work.checklist_removed` or `work.checklist_full` */
export function restoreLine(line: ChecklistLine, list: Checklist, lineCount: number): Result<ChecklistLine> {
  if (line.removedAt === null) return ok(line)
  if (list.removedAt !== null) return err({ code: 'work.checklist_removed' })
  if (lineCount >= LINES_MAX) return tooManyLines()
  return ok({ ...line, removedAt: null, version: line.version + 1 })
}

/**
 * Makes a sub-item stand for a line, or, with null, the line stand for itself again, as done as it is.
 *
 * @returns refused with `work.line_removed`, `work.line_is_item` when it stands for another one, or
 *   `work.line_needs_sub_item` when the item is not directly under that of the line
 */
export function linkLine(
  line: ChecklistLine,
  subItem: WorkItem | null,
  by: { readonly now: Instant; readonly personId: Id<'Person'> | null },
): Result<ChecklistLine> {
  if (line.removedAt !== null) return err({ code: 'work.line_removed' })
  if (line.subItemId === (subItem?.id ?? null)) return ok(line)
  if (subItem === null) return ok({ ...line, subItemId: null, version: line.version + 1 })
  if (line.subItemId !== null) return err({ code: 'work.line_is_item' })
  if (subItem.parentId !== line.itemId) return err({ code: 'work.line_needs_sub_item' })
  return ok(followSubItem({ ...line, subItemId: subItem.id, version: line.version + 1 }, subItem, by))
}

/**
 * The sub-item that a line becomes: with its text, its responsible person and its due date.
 *
 * @returns refused with `work.line_removed`, `work.line_is_item`, or `work.line_done`: what is done
 *   needs no item
 */
export function subItemOf(line: ChecklistLine, item: WorkItem, id: Id<'WorkItem'>): Result<NewWorkItem> {
  const [containerId] = item.containerIds
  if (line.removedAt !== null || containerId === undefined) return err({ code: 'work.line_removed' })
  if (line.subItemId !== null) return err({ code: 'work.line_is_item' })
  if (line.doneAt !== null) return err({ code: 'work.line_done' })
  const { text: title, responsibleId, dueOn } = line
  return ok({ id, containerId, parentId: item.id, title, responsibleId, dueOn })
}

/** By how much the counts at the item change when a line does. */
export function countLine(before: ChecklistLine | null, after: ChecklistLine): LineCounts {
  const [from, to] = [counted(before), counted(after)]
  return { lines: to.lines - from.lines, done: to.done - from.done }
}

function counted(line: ChecklistLine | null): LineCounts {
  if (line === null || line.removedAt !== null) return { lines: 0, done: 0 }
  return { lines: 1, done: line.doneAt === null ? 0 : 1 }
}

const LINE_FIELDS = ['text', 'rank', 'checklistId', 'responsibleId', 'dueOn'] as const
const PLACE_FIELDS = new Set<string>(['rank', 'checklistId'])

function ticked(
  line: ChecklistLine,
  by: { readonly now: Instant; readonly personId: Id<'Person'> | null } | null,
): ChecklistLine {
  return { ...line, doneAt: by?.now ?? null, doneBy: by?.personId ?? null, version: line.version + 1 }
}

function checkList(list: Checklist): Result<Checklist> {
  if (list.name === '') return err({ code: 'work.checklist_name_missing' })
  if (list.name.length > LIST_NAME_MAX)
    return err({ code: 'work.text_too_long', params: { field: 'name', max: LIST_NAME_MAX } })
  return ok(list)
}

/** A line is as long as a title at most, so that it can become one. */
function checkLine(line: ChecklistLine): Result<ChecklistLine> {
  if (line.text === '') return err({ code: 'work.line_text_missing' })
  if (line.text.length > TITLE_MAX)
    return err({ code: 'work.text_too_long', params: { field: 'line', max: TITLE_MAX } })
  if (line.dueOn !== null && !isPlainDate(line.dueOn))
    return err({ code: 'work.date_wrong', params: { date: line.dueOn } })
  return ok(line)
}

function tooManyLines(): Result<never> {
  return err({ code: 'work.checklist_full', params: { max: LINES_MAX } })
}

function defined(patch: ChecklistLinePatch): Partial<ChecklistLine> {
  // Only undefined values are dropped.
  return Object.fromEntries(
    Object.entries(patch).filter(([, value]) => value !== undefined),
  ) as Partial<ChecklistLine>
}
