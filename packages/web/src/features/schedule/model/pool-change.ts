import type { PlanView } from '@millrace/contract'
import type { Call } from '../../../platform/store/index.ts'

/** What is planned with, in a project or in all. */
export type Pool = Pick<PlanView, 'resources' | 'calendars'>

/** A change of what is planned with. */
export type PoolChange = {
  readonly call: Call
  readonly label: string
  /** What takes it back. */
  readonly back: Call
  /** What is planned with after it. */
  readonly after: (pool: Pool) => Pool
}

/** What every editor of it is given. */
export type PoolProps = Pool & {
  /** Where what is made here belongs; null: all projects share it. */
  readonly containerId: string | null
  /** Whether whoever looks may change what belongs here. */
  readonly isManager: boolean
  readonly onChange: (change: PoolChange) => void
}

/** A list with one of its entries changed, or a new one at its end. */
export function withOne<One extends { readonly id: string }>(all: readonly One[], one: One): readonly One[] {
  return all.some(({ id }) => id === one.id)
    ? all.map((each) => (each.id === one.id ? one : each))
    : [...all, one]
}

/** A list without one of its entries. */
export function withoutOne<One extends { readonly id: string }>(
  all: readonly One[],
  id: string,
): readonly One[] {
  return all.filter((each) => each.id !== id)
}
