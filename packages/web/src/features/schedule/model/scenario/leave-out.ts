import type { PlanRowView, PlanView } from '@millrace/contract'
import { bridgeLinks, headsOf } from '@millrace/core/schedule'
import { type Call, callOf } from '../../../../platform/store/index.ts'

type Around = {
  readonly rows: readonly PlanRowView[]
  readonly links: PlanView['links']
  readonly newId: () => string
}

/**
 * Leaves items out, with what lies below them: they go out of sight, and what came before them comes before what came
 * after. Nothing is lost: taken back, they are there again.
 */
export function callsOfLeavingOut(
  chosen: ReadonlySet<string>,
  { rows, links, newId }: Around,
): readonly Call[] {
  const leftOut = new Set<string>()
  // Parents come before what lies under them.
  for (const { itemId, parentId } of rows) {
    if (chosen.has(itemId) || (parentId !== null && leftOut.has(parentId))) leftOut.add(itemId)
  }
  return [
    ...headsOf(rows, chosen).map(({ itemId }) => callOf('work.archiveItem', { id: itemId })),
    ...bridgeLinks(links, leftOut).map((bridge) =>
      callOf('work.relateItems', { id: newId(), kind: 'precedes', ...bridge }),
    ),
  ]
}
