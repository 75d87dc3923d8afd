import type { PlanRowView, PlanView } from '@millrace/contract'
import type { ConstraintKind } from '@millrace/core/schedule'
import type { PlanDays } from '../plan-days.ts'
import type { AmountWords } from './read-amount.ts'

/** The columns of the grid, in their order. */
export const GRID_COLUMNS = [
  'wbs',
  'title',
  'duration',
  'effort',
  'start',
  'finish',
  'percent',
  'before',
  'resources',
  'responsible',
  'constraint',
  'constraintDay',
  'deadline',
  'calendar',
  'float',
  'cost',
] as const
export type GridColumn = (typeof GRID_COLUMNS)[number]

/** What follows from everything else, and is only read. */
export const READ_COLUMNS = ['wbs', 'float', 'cost'] as const
export type ReadColumn = (typeof READ_COLUMNS)[number]

/** Whether a column is only read. */
export function isReadColumn(column: GridColumn): column is ReadColumn {
  return READ_COLUMNS.some((each) => each === column)
}

/** What holds days. */
export const DAY_COLUMNS: ReadonlySet<GridColumn> = new Set(['start', 'finish', 'constraintDay', 'deadline'])

type Link = PlanView['links'][number]
type Assignment = Pick<
  PlanView['assignments'][number],
  'id' | 'itemId' | 'resourceId' | 'units' | 'alternatives'
>
/** What of a resource its name and share in a cell follow from. */
export type GridResource = Pick<
  PlanView['resources'][number],
  'id' | 'name' | 'kind' | 'personId' | 'unitLabel' | 'skills'
>

/** Somebody whom cells may name. */
export type GridPerson = { readonly id: string; readonly name: string; readonly email: string | null }

/** What of the plan cells are read and written by. */
export type GridFacts = AmountWords & {
  readonly containerId: string
  readonly rows: readonly PlanRowView[]
  readonly links: readonly Link[]
  readonly assignments: readonly Assignment[]
  readonly resources: readonly GridResource[]
  readonly settings: PlanView['settings']
  readonly calendars: PlanView['calendars']
  readonly days: PlanDays
  readonly timeZone: string
  readonly people: readonly GridPerson[]
  /** Whether people of the organisation may be made resources of the project. */
  readonly canManage: boolean
  readonly constraintWords: Readonly<Record<ConstraintKind, string>>
  /** Digits of the currency after the point. */
  readonly moneyDigits: number
  /** Days and who is responsible, as they stand on the item. */
  readonly itemOf: (itemId: string) => GridItem | undefined
  readonly readDay: (text: string) => string | null
  readonly newId: () => string
  readonly now: () => number
}

/** The same, with what cells ask for again and again. */
export type GridGround = GridFacts & {
  /** The number of each line, as links name it. */
  readonly lineOf: ReadonlyMap<string, number>
  readonly linksTo: ReadonlyMap<string, readonly Link[]>
  readonly assignmentsOf: ReadonlyMap<string, readonly Assignment[]>
  readonly resourceOf: ReadonlyMap<string, GridResource>
}

/** Puts what cells ask for where it is found. */
export function groundOf(facts: GridFacts): GridGround {
  return {
    ...facts,
    lineOf: new Map(facts.rows.map(({ itemId }, index) => [itemId, index + 1])),
    linksTo: Map.groupBy(facts.links, ({ toId }) => toId),
    assignmentsOf: Map.groupBy(facts.assignments, ({ itemId }) => itemId),
    resourceOf: new Map(facts.resources.map((resource) => [resource.id, resource])),
  }
}

export type GridItem = {
  readonly startsOn: string | null
  readonly dueOn: string | null
  readonly responsibleId: string | null
  readonly rank: string
}

/** A text as it was understood: a day as the day that it is, everything else as it was written. */
export function understood(
  column: GridColumn,
  text: string,
  { readDay }: Pick<GridFacts, 'readDay'>,
): string {
  return (DAY_COLUMNS.has(column) && text !== '' ? readDay(text) : null) ?? text
}

/** What can be wrong with a text in a cell. */
export type GridFault =
  | 'titleEmpty'
  | 'noDay'
  | 'noLength'
  | 'noWork'
  | 'noPercent'
  | 'nobody'
  | 'noResource'
  | 'noSkill'
  | 'noUnits'
  | 'noConstraint'
  | 'noCalendar'
  | 'constraintFirst'
  | 'linkUnreadable'
  | 'linkUnknown'
  | 'linkItself'
  | 'linkCircle'
  | 'ofSummary'
  | 'ofHammock'
  | 'ofMilestone'
  | 'undated'
  | ReadColumn

/** A text that does not fit, with the piece of it that does not. */
export type Wrong = { readonly fault: GridFault; readonly piece: string }
