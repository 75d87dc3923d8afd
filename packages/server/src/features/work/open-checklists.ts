import {
  type Checklist,
  type ChecklistFact,
  type ChecklistLine,
  type ChecklistLinePatch,
  checklistEvents,
  createChecklist,
  createLine,
  type LineCounts,
  rankAtEnd,
  tickLine,
  type WorkItem,
} from '@millrace/core/work'
import { accepted, refuse, type Unit } from '../../platform/commands/index.ts'
import { ItemSet } from './item-set.ts'
import { addToLineCounts, insertLines, insertLists } from './store/checklists.ts'

/** A checklist with its lines, as it was elsewhere. */
export type OpenChecklist = Pick<Checklist, 'id' | 'itemId' | 'name'> & {
  readonly lines: readonly (Pick<ChecklistLine, 'id' | 'text'> &
    Pick<ChecklistLinePatch, 'responsibleId' | 'dueOn'> & { readonly isDone: boolean })[]
}

/**
 * Adds checklists to items that whoever calls has just opened and which have no others. How many
 * lists and lines an item takes is kept to by the caller.
 *
 * @throws Refused with the index of a list that cannot be
 */
export async function openChecklists(unit: Unit, inputs: readonly OpenChecklist[]): Promise<void> {
  if (inputs.length === 0) return
  const set = await ItemSet.load(
    unit,
    inputs.map(({ itemId }) => itemId),
  )
  const opened = inputs.map((input, index) => {
    const item = set.find(input.itemId) ?? refuse('platform.not_found', { what: 'item' }, index)
    return { item, ...open(unit, input, index) }
  })
  insertLists(
    unit,
    opened.map(({ list }) => list),
  )
  insertLines(
    unit,
    opened.flatMap(({ lines }) => lines),
  )
  addToLineCounts(unit, countsOf(opened))
  unit.record(checklistEvents(opened.flatMap(factsOf), set.decideContext()))
}

type Opened = { readonly list: Checklist; readonly lines: readonly ChecklistLine[] }

function open(unit: Unit, input: OpenChecklist, index: number): Opened {
  const { id, itemId, name } = input
  const list = accepted(createChecklist({ id, itemId, name, rank: rankAtEnd(unit.now, index) }, 0), index)
  const by = { now: unit.now, personId: null }
  const lines = input.lines.map(({ isDone, responsibleId = null, dueOn = null, ...line }, at) => {
    const given = { ...line, responsibleId, dueOn, rank: rankAtEnd(unit.now, at) }
    const made = accepted(createLine(given, list, at), index)
    return isDone ? { ...accepted(tickLine(made, true, by), index), version: 1 } : made
  })
  return { list, lines }
}

function countsOf(opened: readonly (Opened & { readonly item: WorkItem })[]): Map<string, LineCounts> {
  const counts = new Map<string, LineCounts>()
  for (const { item, lines } of opened) {
    const { lines: all, done } = counts.get(item.id) ?? { lines: 0, done: 0 }
    const ticked = lines.filter(({ doneAt }) => doneAt !== null).length
    counts.set(item.id, { lines: all + lines.length, done: done + ticked })
  }
  return counts
}

function factsOf({ item, list, lines }: Opened & { readonly item: WorkItem }): readonly ChecklistFact[] {
  return [
    { kind: 'work.checklist_added', item, list, before: null, lines: [] },
    ...lines.map((line) => ({ kind: 'work.lines_added' as const, item, line, before: null })),
  ]
}
