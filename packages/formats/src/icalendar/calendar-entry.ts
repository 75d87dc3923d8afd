import type { Instant, PlainDate } from '@millrace/core/kernel'

/** When an entry is: on whole days, or between two moments. */
export type CalendarSpan =
  /** Whole days, the last one included; without clock and zone. */
  | { readonly kind: 'days'; readonly from: PlainDate | undefined; readonly to: PlainDate }
  /** Moments; a milestone has the same one twice. */
  | { readonly kind: 'moments'; readonly from: Instant | undefined; readonly to: Instant }

/** How far an entry is. */
export type CalendarState = 'open' | 'in-progress' | 'done' | 'cancelled'

/** An item of a plan as a calendar program shows it. */
export type CalendarEntry = {
  /** `event` stands in the calendar, `todo` in the list of things to do. */
  readonly kind: 'event' | 'todo'
  /** The same for the same item in every file, and unique in the world: `ITEM-ID@host`. */
  readonly uid: string
  readonly summary: string
  readonly description: string | undefined
  readonly url: string | undefined
  readonly categories: readonly string[]
  readonly span: CalendarSpan
  readonly state: CalendarState
  /** 0 to 100, of things to do. */
  readonly percentComplete: number | undefined
  /** When somebody finished it, of things to do. */
  readonly completedAt: Instant | undefined
  readonly changedAt: Instant | undefined
}

/** A calendar to be written. */
export type CalendarToWrite = {
  readonly name: string
  /** When the file is made; every entry carries it. */
  readonly writtenAt: Instant
  readonly entries: readonly CalendarEntry[]
}
