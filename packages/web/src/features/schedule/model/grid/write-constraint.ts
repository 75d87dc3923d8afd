import type { PlanRowView } from '@millrace/contract'
import { addDays } from '@millrace/core/kernel'
import type { ConstraintKind } from '@millrace/core/schedule'
import { spanDays } from '../row-facts.ts'
import type { Written } from './cell-change.ts'
import { constraintCalled, edgeOf } from './constraint-words.ts'
import type { GridGround } from './ground.ts'

type At = { readonly row: PlanRowView; readonly ground: GridGround }

/** A constraint by its name. What needs a day holds the item where it lies, until another day is given. */
export function writeConstraint(typed: string, at: At): Written {
  const kind = typed === '' ? 'ASAP' : constraintCalled(typed, at.ground.constraintWords)
  if (kind === undefined) return { fault: 'noConstraint', piece: typed }
  if (kind === (at.row.constraintKind ?? 'ASAP')) return null
  const edge = edgeOf(kind)
  if (edge === null) return { plan: { constraintKind: kind === 'ASAP' ? null : kind } }
  const day = dayOfConstraint(at, edge)
  if (day === null) return { fault: 'undated', piece: typed }
  return { plan: { constraintKind: kind, constraintAt: momentOf(day, edge, at.ground) } }
}

/** The day of a constraint; an item without one begins no earlier, as in Microsoft Project. */
export function writeConstraintDay(typed: string, at: At): Written {
  const { row, ground } = at
  if (typed === '') return row.constraintKind === null ? null : { plan: { constraintKind: null } }
  const day = ground.readDay(typed)
  if (day === null) return { fault: 'noDay', piece: typed }
  const kind = dayedKind(row.constraintKind)
  return { plan: { constraintKind: kind, constraintAt: momentOf(day, edgeOf(kind) ?? 'start', ground) } }
}

/**
 * A constraint and its day that are said together.
 *
 * @returns as `writeConstraint`, with the column of what does not fit
 */
export function writeConstraintOn(texts: { readonly kind: string; readonly day: string }, at: At): Written {
  const kind = texts.kind === '' ? 'SNET' : constraintCalled(texts.kind, at.ground.constraintWords)
  const edge = kind && edgeOf(kind)
  const day = at.ground.readDay(texts.day)
  if (kind === undefined || !edge) return writeConstraint(texts.kind, at)
  if (day === null) return { fault: 'noDay', piece: texts.day }
  return { plan: { constraintKind: kind, constraintAt: momentOf(day, edge, at.ground) } }
}

function dayedKind(kind: ConstraintKind | null): ConstraintKind {
  return kind !== null && edgeOf(kind) !== null ? kind : 'SNET'
}

function dayOfConstraint({ row, ground }: At, edge: 'start' | 'end'): string | null {
  const { constraintAt, constraintKind } = row
  const before = constraintKind && edgeOf(constraintKind)
  if (constraintAt !== null && before) {
    return before === 'start' ? ground.days.dayAt(constraintAt) : ground.days.lastDayOf(constraintAt)
  }
  const span = spanDays(row, ground.days)
  return span && (edge === 'start' ? span.from : span.to)
}

function momentOf(day: string, edge: 'start' | 'end', { days }: GridGround): number {
  return days.startOf(edge === 'start' ? day : addDays(day, 1))
}
