import type { ItemPlanView } from '@millrace/contract'
import type { ItemPlanModel } from '../../hooks/use-item-plan.ts'

/** What every part of the plan of an item is given. */
export type PlanPartProps = { readonly itemPlan: ItemPlanView; readonly model: ItemPlanModel }
