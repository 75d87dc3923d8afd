import type { CaseModel, CaseStageContent, DiscretionaryItem, PlanItem } from '../model/case-model.ts'

/** An item of a plan, and where it lies. */
export type PlacedItem = {
  readonly item: PlanItem
  /** The id of the stage around it; of those that lie in the case itself its id. */
  readonly parentId: string
  /** The entry of the planning table, where it is one. */
  readonly discretionary: DiscretionaryItem | null
}

/** All items of a plan, each stage before what lies in it. */
export function planItemsOf({ id, root }: Pick<CaseModel, 'id' | 'root'>): readonly PlacedItem[] {
  const found: PlacedItem[] = []
  placeContent(root, id, found)
  return found
}

function placeContent(content: CaseStageContent, parentId: string, found: PlacedItem[]): void {
  const placed = [
    ...content.items.map((item) => ({ item, parentId, discretionary: null })),
    ...content.discretionary.map((discretionary) => ({ item: discretionary.item, parentId, discretionary })),
  ]
  for (const one of placed) {
    found.push(one)
    if (one.item.content) placeContent(one.item.content, one.item.id, found)
  }
}
