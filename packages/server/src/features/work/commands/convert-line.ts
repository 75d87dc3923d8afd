import { operations } from '@millrace/contract'
import { linkLine, subItemOf } from '@millrace/core/work'
import { accepted, command } from '../../../platform/commands/index.ts'
import { ChecklistSet } from '../checklist-set.ts'
import { openItems } from '../open-items.ts'
import { tickedBy } from '../ticked-by.ts'
import { checkHome } from './create-item.ts'

/** Makes lines sub-items of their items, where the person may open items. */
export const convertChecklistLine = command(operations['work.convertChecklistLine'], async (unit, inputs) => {
  const set = await ChecklistSet.load(unit, { lineIds: inputs.map(({ id }) => id) })
  const wished = inputs.map(({ id, itemId }, index) => {
    const line = set.line(id, index)
    const wish = accepted(subItemOf(line, set.item(line.itemId, index), itemId), index)
    checkHome(unit, wish.containerId, index)
    return wish
  })
  const items = await openItems(unit, wished, 'with defaults')
  items.forEach((item, index) => {
    const line = set.line(inputs[index]?.id ?? '', index)
    set.putLine('work.lines_linked', accepted(linkLine(line, item, tickedBy(unit)), index))
  })
  set.save()
  return items
})
