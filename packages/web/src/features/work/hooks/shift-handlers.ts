import type { WorkItem } from '@millrace/core/work'
import { formatDay } from '../../../ui/index.ts'
import type { LayoutHandlers } from '../components/view/layout-props.ts'
import { dueCalls, shiftCalls } from '../model/shift.ts'
import { whatOf } from '../model/what-of.ts'
import { textsEdit } from '../texts-edit.ts'
import type { ApplyCalls } from './use-apply-calls.tsx'

/** Moving along the calendar: one item, or all that are marked together with it. */
export function shiftHandlers(
  apply: ApplyCalls,
  withMarked: (itemId: string) => readonly WorkItem[],
): Pick<LayoutHandlers, 'onShift' | 'onDue'> {
  const { did } = textsEdit
  return {
    onShift: (itemId, days, edge) => {
      const items = withMarked(itemId)
      apply(shiftCalls(items, days, edge), did.shift(whatOf(items), days, edge))
    },
    onDue: (itemId, day) => {
      const items = withMarked(itemId)
      apply(dueCalls(items, day), did.due(whatOf(items), formatDay(day)))
    },
  }
}
