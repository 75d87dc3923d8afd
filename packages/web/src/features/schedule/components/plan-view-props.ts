import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Zoom } from '../../../ui/index.ts'
import type { Trial } from '../model/scenario/trial.ts'

/** What every view of a plan is given. */
export type PlanViewProps = {
  readonly plan: PlanView
  /** The rows as they are shown now. */
  readonly rows: readonly PlanRowView[]
  readonly containerId: string
  readonly zoom: Zoom
  readonly onZoom: (zoom: Zoom) => void
  readonly canWrite: boolean
  readonly isManager: boolean
  /** Whether critical work and float stand out. */
  readonly showsCritical: boolean
  readonly onCritical: () => void
  /** Shows what a change would do, without doing it. */
  readonly onTrial: (trial: Trial | null) => void
}
