import type { Instant, PlainDate, RefusalParam } from '@millrace/core/kernel'
import type { RelationKind, StateGroup } from '@millrace/core/work'

/**
 * Work as another tracker keeps it, read from one of its files. Everything is named by references
 * of the file; whoever has it decides what they become here.
 */
export type TrackerBoard = {
  readonly name: string
  readonly people: readonly TrackerPerson[]
  /** Lists, columns or statuses, in the order of the board. */
  readonly states: readonly TrackerState[]
  readonly items: readonly TrackerItem[]
  readonly links: readonly TrackerLink[]
  /** The first problems in full, all of them as a count. */
  readonly problems: readonly TrackerProblem[]
  readonly problemCount: number
}

/** Somebody the file names. */
export type TrackerPerson = {
  readonly ref: string
  readonly name: string
  readonly email: string | null
}

/** `group` is null when the tracker does not say which stage of work the state is. */
export type TrackerState = {
  readonly ref: string
  readonly name: string
  readonly group: StateGroup | null
}

/** A card, an issue, a task: whatever the tracker calls what we call an item. */
export type TrackerItem = {
  readonly ref: string
  /** As people know it there, such as `ABC-12`; null: they see no key. */
  readonly key: string | null
  /** The line of a table; null in files without lines. */
  readonly line: number | null
  readonly title: string
  /** Markdown. */
  readonly description: string
  readonly type: string | null
  readonly stateRef: string | null
  /** Done, whatever its state says. */
  readonly isDone: boolean
  readonly isArchived: boolean
  /** A point in time rather than work. */
  readonly isMilestone: boolean
  readonly priority: string | null
  /** Who works on it; the first is responsible. */
  readonly personRefs: readonly string[]
  readonly reporterRef: string | null
  readonly parentRef: string | null
  readonly starts: TrackerTime | null
  readonly due: TrackerTime | null
  readonly effortMin: number | null
  readonly labels: readonly string[]
  readonly url: string | null
  /** What the tracker knows more of it, by the names people gave there. */
  readonly fields: readonly { readonly name: string; readonly value: string }[]
  readonly createdAt: Instant | null
  readonly finishedAt: Instant | null
  /** When it came to which state, in order, as far as the file says. */
  readonly history: readonly { readonly at: Instant; readonly stateRef: string }[]
  readonly checklists: readonly TrackerChecklist[]
  readonly comments: readonly TrackerComment[]
  readonly attachments: readonly TrackerAttachment[]
}

/** A file on an item: behind a web address, or in the archive that is read, by its path there. */
export type TrackerAttachment =
  | { readonly name: string; readonly url: string }
  | { readonly name: string; readonly path: string }

/** A day, or a moment whose day depends on where one is. */
export type TrackerTime = { readonly day: PlainDate } | { readonly at: Instant }

/** Steps within an item, with whom and when each is for. */
export type TrackerChecklist = {
  readonly name: string
  readonly lines: readonly {
    readonly text: string
    readonly isDone: boolean
    readonly personRef: string | null
    readonly due: TrackerTime | null
  }[]
}

/** Something somebody said; `authorRef` is null when the file does not tell who. */
export type TrackerComment = {
  readonly authorRef: string | null
  readonly at: Instant | null
  readonly body: string
}

/** A relation, in our words and direction. */
export type TrackerLink = {
  readonly fromRef: string
  readonly toRef: string
  readonly kind: RelationKind
}

/** Something of the file that could not be taken as it stands. */
export type TrackerProblem = {
  /** One of `TRACKER_PROBLEM_CODES`, or of the tables that a file is written as. */
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly line: number | null
  readonly subject: string
  readonly params: Readonly<Record<string, RefusalParam>>
}

/** Every problem that the file of a tracker can have, for the catalogue of sentences. */
export const TRACKER_PROBLEM_CODES = [
  /** An entry that is none: `what`. */
  'tracker.entry_unreadable',
  /** An id that comes twice; the first is meant: `id`. */
  'tracker.id_twice',
  /** Something about an item that is not in the file: `what`. */
  'tracker.item_unknown',
  /** A date that is none: `field`, `text`. */
  'tracker.date_unreadable',
  /** An address that is no web address: `text`. */
  'tracker.address_wrong',
  /** A file that is not in the archive: `name`. */
  'tracker.file_missing',
  /** The file ends where older comments would follow: `max`. */
  'tracker.history_cut',
  /** A search that found more than the file holds: `count`, `total`. */
  'tracker.pages_missing',
  /** A search whose last page is not in the file. */
  'tracker.pages_follow',
  /** Bytes that do not fit the encoding: `count`, `encoding`. */
  'tracker.encoding_broken',
] as const
/** An item of which nothing is known but what it is called; readers fill in the rest. */
export const emptyTrackerItem: Omit<TrackerItem, 'ref' | 'title'> = {
  key: null,
  line: null,
  description: '',
  type: null,
  stateRef: null,
  isDone: false,
  isArchived: false,
  isMilestone: false,
  priority: null,
  personRefs: [],
  reporterRef: null,
  parentRef: null,
  starts: null,
  due: null,
  effortMin: null,
  labels: [],
  url: null,
  fields: [],
  createdAt: null,
  finishedAt: null,
  history: [],
  checklists: [],
  comments: [],
  attachments: [],
}
