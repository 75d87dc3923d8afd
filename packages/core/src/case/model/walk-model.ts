import type { CaseModel, CaseStageContent, DiscretionaryItem, PlanItem } from './case-model.ts'

/** An item of a plan with the place it has there. */
export type PlacedPlanItem = {
  readonly item: PlanItem
  /** The stage it lies in; null: the case itself. */
  readonly stage: PlanItem | null
  /** What says who may add it and when; null for what is in the plan anyway. */
  readonly discretionary: DiscretionaryItem | null
}

/** Every item of a plan, stages before what lies in them, in the order of the model. */
export function walkModel(model: CaseModel): readonly PlacedPlanItem[] {
  const found: PlacedPlanItem[] = []
  const visit = (content: CaseStageContent, stage: PlanItem | null): void => {
    const add = (item: PlanItem, discretionary: DiscretionaryItem | null): void => {
      found.push({ item, stage, discretionary })
      if (item.content) visit(item.content, item)
    }
    for (const item of content.items) add(item, null)
    for (const one of content.discretionary) add(one.item, one)
  }
  visit(model.root, null)
  return found
}
