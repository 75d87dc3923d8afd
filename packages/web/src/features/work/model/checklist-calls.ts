import type { ChecklistLine } from '@millrace/core/work'
import { type Call, callOf } from '../../../platform/store/index.ts'
import { type LinePlace, type ShownList, spotAt } from './checklist-lines.ts'

/** The commands that put a line somewhere; none when it stands there already. */
export function moveLine(
  lists: readonly ShownList[],
  line: ChecklistLine,
  place: LinePlace,
): readonly Call[] {
  const patch = spotAt(lists, line, { place, now: Date.now() })
  return patch ? [callOf('work.changeChecklistLine', { id: line.id, patch })] : []
}
