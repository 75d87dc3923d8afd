import type { Handover } from '@millrace/core/work'
import type { Unit } from '../../platform/commands/index.ts'
import type { ItemSet } from './item-set.ts'
import { addToLineCounts, moveLists } from './store/checklists.ts'
import { moveFavourites } from './store/favourites.ts'

/**
 * What hangs on items that were merged goes to the items that stay: their checklists, removed ones too,
 * with all lines, and their places among favourites.
 */
export async function handOverParts(unit: Unit, set: ItemSet, handovers: readonly Handover[]): Promise<void> {
  const lists = await moveLists(unit, handovers)
  const favourites = await moveFavourites(unit, handovers)
  countLines(unit, set, handovers)
  const byItem = Map.groupBy([...lists, ...favourites], ({ intoId }) => intoId)
  unit.record(
    [...byItem].map(([id, parts]) => ({
      id: unit.newId<'Event'>(),
      kind: 'work.parts_taken_over',
      at: unit.now,
      actor: unit.actor,
      subject: { kind: 'item', id },
      containerId: set.find(id)?.containerIds[0] ?? null,
      data: {},
      touches: parts.map((part) => ({ kind: part.kind, id: part.id })),
    })),
  )
}

function countLines(unit: Unit, set: ItemSet, handovers: readonly Handover[]): void {
  const counts = new Map<string, { lines: number; done: number }>()
  const add = (id: string, lines: number, done: number) => {
    const sum = counts.get(id) ?? { lines: 0, done: 0 }
    counts.set(id, { lines: sum.lines + lines, done: sum.done + done })
  }
  for (const { fromId, intoId } of handovers) {
    const { lineCount = 0, lineDoneCount = 0 } = set.find(fromId) ?? {}
    add(fromId, -lineCount, -lineDoneCount)
    add(intoId, lineCount, lineDoneCount)
  }
  addToLineCounts(unit, counts)
}
