import { rankBetween } from '@millrace/core/work'

type Ranked = { readonly id: string; readonly rank: string }

/** Where something is put: before or after another. */
export type Beside = { readonly id: string; readonly edge: 'before' | 'after' }

/**
 * The rank that puts one of a sorted list beside another.
 *
 * @returns null when it is there already, or one of the two is not in the list
 */
export function rankBeside(sorted: readonly Ranked[], movedId: string, beside: Beside): string | null {
  const rest = sorted.filter(({ id }) => id !== movedId)
  const at = rest.findIndex(({ id }) => id === beside.id)
  if (at < 0 || rest.length === sorted.length) return null
  const place = beside.edge === 'before' ? at : at + 1
  if (sorted[place]?.id === movedId) return null
  return rankBetween(rest[place - 1]?.rank ?? null, rest[place]?.rank ?? null)
}

/** The rank that moves one of a sorted list a step up or down; null at the end of the list. */
export function rankAfterStep(sorted: readonly Ranked[], movedId: string, step: -1 | 1): string | null {
  const other = sorted[sorted.findIndex(({ id }) => id === movedId) + step]
  if (!other) return null
  return rankBeside(sorted, movedId, { id: other.id, edge: step === 1 ? 'after' : 'before' })
}
