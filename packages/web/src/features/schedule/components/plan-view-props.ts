import type { PlanRowView, PlanView } from '@millrace/contract'
import type { Zoom } from '../../../ui/index.ts'
import type { ScenarioMoves } from '../hooks/use-scenario.ts'
import type { Trial } from '../model/scenario.ts'

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
  /** Open: what is done to bars changes it and nothing else. */
  readonly scenario: ScenarioMoves | null
  /** Shows what a change would do, without doing it. */
  readonly onTrial: (trial: Trial | null) => void
}
