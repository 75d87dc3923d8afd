import { operations } from '@millrace/contract'
import {
  createChecklist,
  changeChecklist as decideChange,
  removeChecklist as decideRemoval,
  restoreChecklist as decideReturn,
  rankAtEnd,
} from '@millrace/core/work'
import { accepted, command, refuse } from '../../../platform/commands/index.ts'
import { ChecklistSet } from '../checklist-set.ts'

const idsOf = (inputs: readonly { readonly id: string }[]) => inputs.map(({ id }) => id)

/** Begins checklists. */
export const addChecklist = command(operations['work.addChecklist'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { itemIds: inputs.map(({ itemId }) => itemId) })
  const added = inputs.map((input, index) => {
    const { id, itemId, name, rank = rankAtEnd(unit.now, index) } = input
    set.item(itemId, index)
    if (set.hasList(id)) refuse('platform.exists', { what: 'checklist' }, index)
    const list = accepted(createChecklist({ id, itemId, name, rank }, set.listCount(itemId)), index)
    return set.putList('work.checklist_added', list)
  })
  set.save()
  return added
})

/** Names checklists anew, or gives them another place. */
export const changeChecklist = command(operations['work.changeChecklist'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { listIds: idsOf(inputs) })
  const changed = inputs.map(({ id, patch }, index) =>
    set.putList('work.checklist_changed', accepted(decideChange(set.list(id, index), patch), index)),
  )
  set.save()
  return changed
})

/** Takes checklists away, with their lines. */
export const removeChecklist = command(operations['work.removeChecklist'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { wholeListIds: idsOf(inputs) })
  const removed = inputs.map(({ id }, index) => {
    const before = set.list(id, index)
    const { list, lines } = decideRemoval(before, set.linesIn(before), unit.now)
    return set.putList('work.checklist_removed', list, lines)
  })
  set.save()
  return removed
})

/** Brings checklists back, with the lines that went together with them. */
export const restoreChecklist = command(operations['work.restoreChecklist'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { wholeListIds: idsOf(inputs) })
  const restored = inputs.map(({ id }, index) => {
    const before = set.list(id, index)
    const counts = { lists: set.listCount(before.itemId), lines: set.lineCount(before.itemId) }
    const { list, lines } = accepted(decideReturn(before, set.linesIn(before), counts), index)
    return set.putList('work.checklist_restored', list, lines)
  })
  set.save()
  return restored
})
