import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Zoom } from '../../../ui/index.ts'

/** What every view of a plan is given. */
export type PlanViewProps = {
  readonly plan: PlanView
  /** The rows as they are shown now. */
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly zoom: Zoom
  readonly canWrite: boolean
}
