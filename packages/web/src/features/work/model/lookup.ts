import type { PlainDate } from '@millrace/core/kernel'
import type { PlannedFacts } from '@millrace/core/work'
import type { Directory } from '../../../platform/store/index.ts'

/** Everything an item refers to, by id, and when it is looked at. */
export type Lookup = Directory & {
  readonly today: PlainDate
  readonly now: number
  /** Whether formulas can be worked out by now; what was worked out is kept with this object. */
  readonly hasFormulas?: boolean
  /** What plans say of items, where something shown asks for it. */
  readonly planned?: ReadonlyMap<string, PlannedFacts>
}
