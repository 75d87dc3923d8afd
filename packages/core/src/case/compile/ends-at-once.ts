import { isOccurrence } from '../engine/transitions.ts'
import type { CaseExpression, CaseStageContent, PlanItem } from '../model/case-model.ts'

/**
 * Whether an item that begins is over in the same moment, so that repeating it without a criterion would never come to
 * rest: milestones, tasks that nobody waits for, and stages with nothing else in them.
 */
export function endsAtOnce(item: PlanItem): boolean {
  if (item.kind === 'milestone') return true
  if (isOccurrence(item.kind) || isPerhaps(item.manualActivation)) return false
  if (item.content === null) return !item.isBlocking
  const { content } = item
  // Where there is nothing yet, people are to add something.
  if (content.items.length === 0) return false
  const open = openAtOnce(content)
  if (!content.autoComplete) return open.length === 0 && content.discretionary.length === 0
  return open.every(({ required }) => required === null) && !content.items.some(isAtWorkAtOnce)
}

/** Whether a stage completes as soon as it begins, although there is something in it that could be done. */
export function completesUndone(content: CaseStageContent): boolean {
  const open = openAtOnce(content)
  return (
    content.autoComplete &&
    open.length > 0 &&
    open.every(({ required }) => required === null) &&
    !content.items.some(isAtWorkAtOnce)
  )
}

/** What is not over as soon as its stage begins. */
function openAtOnce({ items }: CaseStageContent): readonly PlanItem[] {
  return items.filter((item) => item.entry.length > 0 || !endsAtOnce(item))
}

/** Begins by itself together with its stage, and takes its time. */
function isAtWorkAtOnce(item: PlanItem): boolean {
  return (
    item.entry.length === 0 &&
    !isOccurrence(item.kind) &&
    !isPerhaps(item.manualActivation) &&
    !endsAtOnce(item)
  )
}

/** Whether a rule may be answered with yes. */
export function isPerhaps(rule: CaseExpression | null): boolean {
  return rule !== null && rule.trim() !== 'false'
}
