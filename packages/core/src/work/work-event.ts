import type { Event, Id, Instant } from '../kernel/index.ts'
import type { FieldValue } from './custom-field.ts'
import type { Blocker, WaitingFor, WorkItem } from './work-item.ts'
import type { StateGroup } from './workflow.ts'

/** Fields that a person may set directly. State, closing and membership have their own commands. */
export const CHANGEABLE_FIELDS = [
  'title',
  'description',
  'area',
  'parentId',
  'rank',
  'priority',
  'responsibleId',
  'accountableId',
  'requesterId',
  'teamId',
  'startsOn',
  'dueOn',
  'effortMin',
  'effortLowMin',
  'effortHighMin',
  'costOfDelayMinor',
  'role',
  'practice',
  'resources',
  'artifact',
  'isMilestone',
  'labelIds',
] as const
/** The name of a field that a person may set directly. */
export type ChangeableField = (typeof CHANGEABLE_FIELDS)[number]

/** New values for some fields. Custom fields by id; null clears. */
export type WorkItemPatch = { readonly [Field in ChangeableField]?: WorkItem[Field] | undefined } & {
  readonly fields?: Readonly<Record<string, FieldValue | null>> | undefined
}

/** Old and new value of each changed field. */
export type FieldChanges = {
  readonly [Field in ChangeableField]?: { readonly from: WorkItem[Field]; readonly to: WorkItem[Field] }
} & {
  readonly fields?: Readonly<
    Record<string, { readonly from: FieldValue | null; readonly to: FieldValue | null }>
  >
}

/** A change of state. `overLimit` says that a work-in-progress limit was knowingly passed. */
export type Move = {
  readonly from: string
  readonly to: string
  readonly fromGroup: StateGroup
  readonly toGroup: StateGroup
  readonly overLimit: boolean
}

type Sight = Pick<WorkItem, 'ownSeenBy' | 'seenBy'>

/** Everything that can happen to a work item. */
export type WorkEvent =
  | Event<'work.created', { readonly item: WorkItem }>
  | Event<'work.changed', { readonly changes: FieldChanges }>
  | Event<'work.moved', Move>
  | Event<'work.waiting', { readonly waitingFor: WaitingFor | null }>
  | Event<'work.blocked', { readonly blocker: Blocker }>
  | Event<'work.unblocked', { readonly blockerId: Id<'Blocker'>; readonly since: Instant }>
  | Event<'work.accepted', Record<never, never>>
  | Event<'work.noticed', { readonly note: string }>
  | Event<
      'work.placed',
      { readonly from: readonly Id<'Container'>[]; readonly to: readonly Id<'Container'>[] }
    >
  | Event<'work.seen_by_changed', { readonly from: Sight; readonly to: Sight }>
  | Event<'work.recurrence_set', { readonly isRepeating: boolean }>
  /** The next one of its series was made. */
  | Event<'work.repeated', { readonly nextId: Id<'WorkItem'>; readonly nextKey: string }>
  /** It was merged into another one, and is archived with that. */
  | Event<'work.merged', { readonly intoId: Id<'WorkItem'>; readonly intoKey: string }>
  /** Another one was merged into it. */
  | Event<'work.took_in', { readonly itemId: Id<'WorkItem'>; readonly key: string }>
  | Event<'work.archived', Record<never, never>>
  | Event<'work.restored', Record<never, never>>
