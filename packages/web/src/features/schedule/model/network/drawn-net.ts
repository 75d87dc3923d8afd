import type { NetworkLayout } from './layout.ts'
import type { PlanNet } from './network.ts'

/** The network of a plan with its places. */
export type DrawnNet = PlanNet & NetworkLayout
