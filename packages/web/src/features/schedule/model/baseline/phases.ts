import type { PhaseView } from '@millrace/contract'
import { type PlanDays } from '../plan-days.ts'
import type { Change, Comparison } from './compare.ts'

/** What became of a phase, or of the whole plan. */
export type PhaseComparison = {
  readonly id: string
  /** Null: work that is in no phase. */
  readonly name: string | null
  readonly count: number
  readonly movedCount: number
  readonly start: Change<string>
  readonly finish: Change<string>
  readonly effortMin: Change<number>
  readonly costMinor: Change<number>
}

/** Phases in their order, then what is in none; those without work are left out. Summaries are not counted twice. */
export function comparePhases(
  comparisons: readonly Comparison[],
  phases: readonly PhaseView[],
  days: PlanDays,
): readonly PhaseComparison[] {
  const leaves = comparisons.filter(({ row }) => !row.isSummary)
  const groups = [...phases.map(({ id, name }) => ({ id, name })), { id: null, name: null }]
  return groups.flatMap(({ id, name }) => {
    const inside = leaves.filter(({ row }) => row.phaseId === id)
    return inside.length === 0 ? [] : [sumUp(inside, days, { id: id ?? 'none', name })]
  })
}

/** All work as one. */
export function compareWhole(comparisons: readonly Comparison[], days: PlanDays): PhaseComparison {
  const leaves = comparisons.filter(({ row }) => !row.isSummary)
  return sumUp(leaves, days, { id: 'whole', name: null })
}

type Named = { readonly id: string; readonly name: string | null }

function sumUp(inside: readonly Comparison[], days: PlanDays, named: Named): PhaseComparison {
  return {
    ...named,
    count: inside.length,
    movedCount: inside.filter(({ kind }) => kind === 'moved').length,
    start: outermost(
      inside.map(({ start }) => start),
      days,
      -1,
    ),
    finish: outermost(
      inside.map(({ finish }) => finish),
      days,
      1,
    ),
    effortMin: total(inside.map(({ effortMin }) => effortMin)),
    costMinor: total(inside.map(({ costMinor }) => costMinor)),
  }
}

/** The last day then and now, or the first with `side` -1. */
function outermost(changes: readonly Change<string>[], days: PlanDays, side: 1 | -1): Change<string> {
  const of = (values: readonly (string | null)[]) =>
    values
      .filter((value) => value !== null)
      .toSorted()
      .at(side > 0 ? -1 : 0) ?? null
  const [was, is] = [of(changes.map((change) => change.was)), of(changes.map((change) => change.is))]
  return { was, is, by: was === null || is === null ? null : days.workDays(was, is, null) }
}

function total(changes: readonly Change<number>[]): Change<number> {
  const of = (values: readonly (number | null)[]) => {
    const known = values.filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0)
  }
  const [was, is] = [of(changes.map((change) => change.was)), of(changes.map((change) => change.is))]
  return { was, is, by: was === null || is === null ? null : is - was }
}
