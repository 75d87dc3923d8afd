import type { PhaseView, PlanRowView, PlanView } from '@millrace/contract'
import type { GateState } from '@millrace/core/schedule'
import type { PlacedGate } from '../gates.ts'
import type { PhaseRange } from '../phase-ranges.ts'
import type { PlanDays } from '../plan-days.ts'
import type { MonthMark } from './month-marks.ts'
import type { PageHead } from './page-head.ts'
import type { Sheet } from './paper.ts'

type BaselineRow = NonNullable<PlanView['baseline']>['rows'][number]

/** What the signs of a plan are called. */
export type PlanSignWords = {
  readonly [name in
    | 'work'
    | 'done'
    | 'critical'
    | 'near'
    | 'summary'
    | 'milestone'
    | 'baseline'
    | 'deadline'
    | 'range'
    | 'float'
    | 'hammock'
    | 'rest'
    | 'status']: string
} & { readonly gate: (state: GateState) => string }

/** What is drawn of a plan, whatever the page. */
export type Drawing = PageHead & {
  readonly rows: readonly PlanRowView[]
  readonly days: PlanDays
  readonly links: PlanView['links']
  readonly phases: readonly PhaseView[]
  readonly baseline: ReadonlyMap<string, BaselineRow>
  /** First and last day of the axis. */
  readonly fromDay: string
  readonly toDay: string
  readonly today: string
  /** Rows that are known as ranges only. */
  readonly ranges: ReadonlyMap<string, PhaseRange>
  /** The day to which progress was reported. */
  readonly statusOn: string | null
  readonly withFloat: boolean
  readonly signs: PlanSignWords
  readonly says: {
    readonly columns: { readonly title: string; readonly start: string; readonly finish: string }
    readonly day: (day: string) => string
    readonly month: (mark: MonthMark) => string
    readonly today: string
    readonly gate: (gate: PlacedGate) => string
  }
}

/** What of a plan stands on a page: some of its rows, and a part of its axis. */
export type PlanPart = {
  readonly rows: readonly PlanRowView[]
  readonly fromDay: string
  readonly toDay: string
}

/** A page of a plan with the places on it: names to the left, days from there on, rows from the top. */
export type Ground = Drawing &
  PlanPart &
  Sheet & {
    readonly left: number
    readonly top: number
    readonly bottom: number
    readonly pxPerDay: number
  }

export function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** Where a day begins on a page; it may lie beside it. */
export function xOf(
  { left, pxPerDay, fromDay }: Pick<Ground, 'left' | 'pxPerDay' | 'fromDay'>,
  day: string,
): number {
  return left + dayCount(fromDay, day) * pxPerDay
}
