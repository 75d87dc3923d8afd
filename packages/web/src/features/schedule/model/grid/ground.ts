import type { PlanRowView, PlanView } from '@millrace/contract'
import type { LinkLetters } from '../link-notation.ts'
import type { PlanDays } from '../plan-days.ts'

/** The columns of the grid that are written in, in their order. */
export const GRID_COLUMNS = [
  'title',
  'duration',
  'start',
  'finish',
  'before',
  'percent',
  'responsible',
] as const
export type GridColumn = (typeof GRID_COLUMNS)[number]

type Link = PlanView['links'][number]

/** Somebody whom cells may name. */
export type GridPerson = { readonly id: string; readonly name: string; readonly email: string | null }

/** What cells are read and written by. */
export type GridGround = {
  readonly containerId: string
  readonly rows: readonly PlanRowView[]
  readonly links: readonly Link[]
  readonly settings: PlanView['settings']
  readonly calendars: PlanView['calendars']
  readonly days: PlanDays
  readonly timeZone: string
  readonly letters: LinkLetters
  readonly people: readonly GridPerson[]
  /** Days and who is responsible, as they stand on the item. */
  readonly itemOf: (itemId: string) => GridItem | undefined
  readonly readDay: (text: string) => string | null
  readonly newId: () => string
  readonly now: () => number
}

export type GridItem = {
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly responsibleId: string | null
  readonly rank: string
}

/** What can be wrong with a text in a cell. */
export type GridFault =
  | 'titleEmpty'
  | 'noDay'
  | 'noLength'
  | 'noPercent'
  | 'nobody'
  | 'linkUnreadable'
  | 'linkUnknown'
  | 'linkItself'
  | 'linkCircle'
  | 'ofSummary'
  | 'ofMilestone'
  | 'undated'

/** A text that does not fit, with the piece of it that does not. */
export type Wrong = { readonly fault: GridFault; readonly piece: string }
