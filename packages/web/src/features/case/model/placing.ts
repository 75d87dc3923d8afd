import type { CaseWorkView } from '@millrace/contract'
import type { Item } from '../../../platform/store/index.ts'

/** An item of the case with its place in the plan. */
export type PlacedItem = { readonly item: Item; readonly work: CaseWorkView }

/** How an item is placed: what is left out stays as it is. */
export type Placing = Partial<Pick<CaseWorkView, 'stageId' | 'isRequired' | 'isDiscretionary'>>
