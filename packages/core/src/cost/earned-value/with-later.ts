import type { Estimates, Performance } from './performance.ts'

/** What lies between two ends; `isOpen`: something in it is not known, so that it is the least. */
export type OpenRange = { readonly low: number; readonly high: number; readonly isOpen: boolean }

/** What a project comes to with its later phases. */
export type WholeProject = {
  /** What later phases add; null: nobody said. */
  readonly later: OpenRange | null
  readonly budgetAtCompletion: OpenRange
  /** As those of the work measured, later phases as they are said; null where those are. */
  readonly estimateAtCompletion: {
    readonly [Name in keyof Estimates]: OpenRange | (null extends Estimates[Name] ? null : never)
  }
}

/**
 * The sums of a project with its later phases: nothing of them is earned or spent yet, and how the work so far went says
 * nothing of them, so they add what was said, as a range.
 *
 * @param later null: nobody said what they take
 * @see PMI, Practice Standard for Earned Value Management, 2nd edition: planning packages
 */
export function addLater(project: Performance, later: OpenRange | null): WholeProject {
  const add = (amount: number): OpenRange => ({
    low: amount + (later?.low ?? 0),
    high: amount + (later?.high ?? 0),
    isOpen: later === null || later.isOpen,
  })
  const addIfKnown = (amount: number | null) => (amount === null ? null : add(amount))
  const { typical, atypical, costAndSchedule, reestimated } = project.estimateAtCompletion
  return {
    later,
    budgetAtCompletion: add(project.budgetAtCompletion),
    estimateAtCompletion: {
      typical: addIfKnown(typical),
      atypical: add(atypical),
      costAndSchedule: addIfKnown(costAndSchedule),
      reestimated: addIfKnown(reestimated),
    },
  }
}
