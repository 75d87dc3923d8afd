import type { WorkItem } from '@millrace/core/work'

type Placed = Pick<WorkItem, 'id' | 'containerIds'>

/** The containers of an item after it has gone to another home: the others stay. */
export function placesAfterMove({ containerIds }: Placed, home: string): string[] {
  return [...new Set([home, ...containerIds.slice(1)])]
}

/** What lies under an item, at any depth, and has the same home; what is under an item elsewhere stays with it. */
export function subTreeAtHome<Item extends Placed>(
  item: Placed,
  childrenOf: (id: string) => readonly Item[],
): readonly Item[] {
  const found: Item[] = []
  const open = [item.id]
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const child of childrenOf(id)) {
      if (child.containerIds[0] !== item.containerIds[0]) continue
      found.push(child)
      open.push(child.id)
    }
  }
  return found
}
