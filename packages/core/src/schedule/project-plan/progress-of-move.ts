import type { StateGroup } from '../../work/index.ts'

/** What a change of state says about the progress of work. */
export type MoveProgress = {
  /** Null: it says nothing about that. */
  readonly hasBegun: boolean | null
  readonly isDone: boolean
}

/** A change of state, by the groups of its states. */
export type StateMove = { readonly fromGroup: StateGroup; readonly toGroup: StateGroup }

/**
 * Work that is in progress or done has begun; work that is put back among what is ready, or further, has
 * not. Waiting and review say nothing, but that it is not done.
 *
 * @returns null when nothing about its progress follows
 */
export function progressOfMove({ fromGroup, toGroup }: StateMove): MoveProgress | null {
  const isDone = toGroup === 'done'
  if (isDone || toGroup === 'inProgress') return { hasBegun: true, isDone }
  if (toGroup === 'backlog' || toGroup === 'ready') {
    return fromGroup === 'backlog' || fromGroup === 'ready' ? null : { hasBegun: false, isDone }
  }
  return fromGroup === 'done' ? { hasBegun: null, isDone } : null
}
