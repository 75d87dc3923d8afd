import type { PlanView } from '@millrace/contract'
import type { Call } from '../../../platform/store/index.ts'

/** What is planned with, in a project or in all. */
export type Pool = Pick<PlanView, 'resources' | 'calendars'>

/** A change of what is planned with. */
export type PoolChange = { readonly call: Call; readonly label: string }

/** What every editor of it is given. */
export type PoolProps = Pool & {
  /** Where what is made here belongs; null: all projects share it. */
  readonly containerId: string | null
  /** Whether whoever looks may change what belongs here. */
  readonly isManager: boolean
  /** Whether also what all projects share may be changed from within a project. */
  readonly mayChangeShared?: boolean
  readonly onChange: (change: PoolChange) => void
}
