import { firstStateOf, type WorkItem } from '@millrace/core/work'
import type { Call } from '../../../platform/store/index.ts'
import type { Lookup } from './lookup.ts'
import { moveItem } from './moves.ts'

/** The moves that finish items: each to the first done state of its own workflow. */
export function finishCalls(items: readonly WorkItem[], lookup: Lookup): readonly Call[] {
  return items.flatMap((item) => {
    const workflow = lookup.types.get(item.typeId)?.workflow
    const done = workflow && firstStateOf(workflow, 'done')
    return done && item.stateGroup !== 'done' ? [moveItem(item, done.id)] : []
  })
}
