import type { Id, Instant, PlainDate } from '../kernel/index.ts'
import type { AreaOfInterest } from './area-of-interest.ts'
import type { FieldValue } from './custom-field.ts'
import type { StateGroup } from './workflow.ts'

/** 0 is none, 1 low, 2 medium, 3 high, 4 urgent: a larger number is more urgent. */
export type Priority = 0 | 1 | 2 | 3 | 4

/**
 * The unit that flows. It has no kind: being on a project's plan, a step of a process instance or a
 * part of a case is membership (`containerIds`), and one item may be several of them at once.
 */
export type WorkItem = {
  readonly id: Id<'WorkItem'>
  /** Readable key, from the container the item was created in, such as `TWR-104`. Never changes. */
  readonly key: string
  /** The containers the item is a member of. The first is its home. Never empty. */
  readonly containerIds: readonly Id<'Container'>[]
  readonly typeId: Id<'ItemType'>
  readonly title: string
  readonly description: string
  readonly stateId: string
  readonly stateGroup: StateGroup
  readonly area: AreaOfInterest
  readonly parentId: Id<'WorkItem'> | null
  /** Manual order: compare as plain text. */
  readonly rank: string
  readonly priority: Priority
  readonly responsibleId: Id<'Person'> | null
  readonly accountableId: Id<'Person'> | null
  readonly requesterId: Id<'Person'> | null
  readonly teamId: Id<'Team'> | null
  readonly startsOn: PlainDate | null
  readonly dueOn: PlainDate | null
  /** Expected effort in minutes of work; the range is there when the estimate is one. */
  readonly effortMin: number | null
  readonly effortLowMin: number | null
  readonly effortHighMin: number | null
  /** Loss per week of waiting, in minor units of the organisation's currency. */
  readonly costOfDelayMinor: number | null
  /** What makes a task into work besides performer and deadline. */
  readonly role: string | null
  readonly practice: string | null
  readonly resources: string | null
  readonly artifact: string | null
  readonly isMilestone: boolean
  readonly labelIds: readonly Id<'Label'>[]
  /** Custom field values by field id. */
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly waitingFor: WaitingFor | null
  readonly openBlockers: readonly Blocker[]
  /** Direct sub-items that are not archived, and how many of them are done. */
  readonly childCount: number
  readonly childDoneCount: number
  /** Lines of its checklists, and how many of them are done. */
  readonly lineCount: number
  readonly lineDoneCount: number
  readonly startedAt: Instant | null
  readonly finishedAt: Instant | null
  readonly acceptedAt: Instant | null
  readonly noticedAt: Instant | null
  readonly archivedAt: Instant | null
  readonly createdAt: Instant
  readonly createdBy: Id<'Person'> | null
  readonly updatedAt: Instant
  /** When the item entered its present state. */
  readonly stateSince: Instant
  /** Who sees it by its own word; null: it says nothing of that. */
  readonly ownSeenBy: SeenBy
  /** Who sees it, with all that lies above it; null: it is not confidential. Kept from the own words of all of them. */
  readonly seenBy: SeenBy
  readonly version: number
}

/** The people who see something beside those who manage what it is in; null: whoever sees that. */
export type SeenBy = readonly Id<'Person'>[] | null

/** Someone or something outside the item that it waits for. */
export type WaitingFor = {
  readonly personId: Id<'Person'> | null
  readonly note: string
  readonly since: Instant
}

/** Why an item cannot progress, from when. Closed blockers stay in the journal. */
export type Blocker = {
  readonly id: Id<'Blocker'>
  readonly reason: BlockerReason
  readonly note: string
  readonly since: Instant
}

/** The reasons by which blocked time is counted. */
export const BLOCKER_REASONS = [
  'decision',
  'material',
  'people',
  'information',
  'external',
  'quality',
  'other',
] as const
/** Why an item cannot progress, as blocked time is counted. */
export type BlockerReason = (typeof BLOCKER_REASONS)[number]

/** Relations between two items. `precedes` is a dependency on a plan and carries a link type and a lag. */
export const RELATION_KINDS = ['precedes', 'blocks', 'relates', 'duplicates', 'causes'] as const
/** What one item is to another. */
export type RelationKind = (typeof RELATION_KINDS)[number]

/** Finish-to-start and its three siblings. */
export const LINK_TYPES = ['FS', 'SS', 'FF', 'SF'] as const
/** Which ends of two items a dependency ties together. */
export type LinkType = (typeof LINK_TYPES)[number]

/** How a link's lag is measured: open minutes of a calendar, clock minutes, or percent of the predecessor. */
export const LAG_UNITS = ['workingMin', 'elapsedMin', 'percent'] as const
/** What the lag of a dependency counts. */
export type LagUnit = (typeof LAG_UNITS)[number]

/** A directed relation. A negative lag is a lead. Link type and lag mean something for `precedes` only. */
export type Relation = {
  readonly id: Id<'Relation'>
  readonly fromId: Id<'WorkItem'>
  readonly toId: Id<'WorkItem'>
  readonly kind: RelationKind
  readonly linkType: LinkType
  readonly lag: number
  readonly lagUnit: LagUnit
}
