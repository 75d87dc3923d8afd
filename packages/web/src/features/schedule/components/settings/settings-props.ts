import type { PlanView } from '@millrace/contract'

/** What every part of the settings of a plan is given. */
export type SettingsProps = {
  readonly plan: PlanView
  readonly containerId: string
  readonly isManager: boolean
}
