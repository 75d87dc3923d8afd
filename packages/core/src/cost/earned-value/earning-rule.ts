import { unreachable } from '../../kernel/index.ts'

/**
 * How a work package earns its budget. The rule is agreed before the work starts, so that progress is
 * measured and not felt.
 *
 * - `fixed`: `atStart` (share, 0 to 1) is earned when work starts, the rest when it is finished:
 *   0 is the 0/100 rule, 0.5 the 50/50 rule.
 * - `milestones`: each reached milestone earns its weight; the weights need not add up to 1.
 * - `percent`: what is reported, 0 to 1.
 * - `units`: equal units of product, those done against all.
 * - `level-of-effort`: earned as planned, whatever happens; it can hide nothing but cost.
 *
 * @see PMI, Practice Standard for Earned Value Management, 2nd edition, measurement methods
 */
export type EarningRule =
  | { readonly kind: 'fixed'; readonly atStart: number; readonly progress: 'open' | 'started' | 'finished' }
  | { readonly kind: 'milestones'; readonly milestones: readonly WeightedMilestone[] }
  | { readonly kind: 'percent'; readonly share: number }
  | { readonly kind: 'units'; readonly done: number; readonly total: number }
  | { readonly kind: 'level-of-effort' }

/** A step of a package that can only be reached or not, with its part of the budget. */
export type WeightedMilestone = { readonly weight: number; readonly isReached: boolean }

/**
 * Earned value of one package.
 *
 * @param work `budgetMinor` is its budget and `plannedMinor` its planned value at the status date, both
 *   in whole minor units of one currency (or whole minutes, for a plan without rates)
 * @returns whole units, from 0 to the budget: who delivers more than was ordered earns no more. Null
 *   where the rule cannot say: no units ordered, no milestone with a weight, a number that is none
 */
export function earnValue(work: {
  readonly budgetMinor: number
  readonly plannedMinor: number
  readonly rule: EarningRule
}): number | null {
  if (work.rule.kind === 'level-of-effort') return work.plannedMinor
  const share = earnedShare(work.rule)
  return share === null ? null : Math.round(work.budgetMinor * Math.min(1, Math.max(0, share)))
}

function earnedShare(rule: Exclude<EarningRule, { kind: 'level-of-effort' }>): number | null {
  switch (rule.kind) {
    case 'fixed':
      if (rule.progress === 'finished') return 1
      return rule.progress === 'open' ? 0 : finite(rule.atStart)
    case 'milestones':
      return reachedShare(rule.milestones)
    case 'percent':
      return finite(rule.share)
    case 'units':
      return rule.total > 0 ? finite(rule.done / rule.total) : null
    default:
      return unreachable(rule)
  }
}

function reachedShare(milestones: readonly WeightedMilestone[]): number | null {
  let total = 0
  let reached = 0
  for (const { weight, isReached } of milestones) {
    total += weight
    if (isReached) reached += weight
  }
  return total > 0 ? finite(reached / total) : null
}

function finite(share: number): number | null {
  return Number.isFinite(share) ? share : null
}
