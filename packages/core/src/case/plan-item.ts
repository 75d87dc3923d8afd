import { err, type Id, ok, type Result } from '../kernel/index.ts'
import type { CaseStage } from './stage.ts'

/** An item's place in the plan of a case. */
export type CaseItem = {
  readonly id: Id<'CaseItem'>
  readonly caseId: Id<'Container'>
  readonly itemId: Id<'WorkItem'>
  readonly stageId: Id<'CaseStage'> | null
  /** Done only if somebody decides so. */
  readonly isDiscretionary: boolean
  /** Stage and case cannot end while it is open. */
  readonly isRequired: boolean
}

/**
 * Whether an item may be planned like this.
 *
 * @param context the case, the stage the item goes into, and whether the item is done
 * @returns refused with `case.closed`, `case.required_and_discretionary` or `case.stage_completed`
 */
export function planItem(
  item: CaseItem,
  context: {
    readonly case: { readonly name: string; readonly state: 'planned' | 'active' | 'closed' }
    readonly stage: CaseStage | null
    readonly isDone: boolean
  },
): Result<CaseItem> {
  const { stage } = context
  if (context.case.state === 'closed')
    return err({ code: 'case.closed', params: { name: context.case.name } })
  if (item.isRequired && item.isDiscretionary) return err({ code: 'case.required_and_discretionary' })
  if (stage?.state === 'completed' && !context.isDone) {
    return err({ code: 'case.stage_completed', params: { name: stage.name } })
  }
  return ok(item)
}

/** What is known of an item when its place is asked for. */
export type CaseWork = {
  readonly isDiscretionary: boolean
  /** The state of its stage; null when it is in none. */
  readonly stageState: CaseStage['state'] | null
  readonly isStarted: boolean
  readonly isDone: boolean
}

/** Where an item of a case stands for those who work on it. */
export const CASE_PLACES = ['now', 'could', 'later', 'done'] as const
/** One of them. */
export type CasePlace = (typeof CASE_PLACES)[number]

/**
 * Where an item stands: to be done now; possible, if somebody decides so; in a stage that has not
 * begun; or done. What was left open when its stage ended is still possible, but no longer asked for.
 */
export function placeInCase(work: CaseWork): CasePlace {
  if (work.isDone) return 'done'
  if (work.isStarted) return 'now'
  if (work.stageState === 'available') return 'later'
  return work.isDiscretionary || work.stageState === 'completed' ? 'could' : 'now'
}

/**
 * Whether a case may be closed: nothing required is open any more.
 *
 * @returns refused with `case.required_open`
 * @see CMMN 1.1, lifecycle of the case plan model: required items block its completion
 */
export function closeCase(open: { readonly name: string; readonly requiredOpen: number }): Result<null> {
  const { name, requiredOpen } = open
  return requiredOpen > 0
    ? err({ code: 'case.required_open', params: { name, count: requiredOpen } })
    : ok(null)
}
