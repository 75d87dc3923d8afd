import type { CaseSpeaker, PlanItemRow } from '@millrace/core/case'
import type { Refusal } from '@millrace/core/kernel'
import type { CaseSet } from './case-set.ts'

/**
 * Ends the plan of a case: what is still going on in it, none of which has to be done, is given up, and stages are over
 * with that.
 *
 * @returns why not
 */
export function endCase(set: CaseSet, caseId: string, speaker: CaseSpeaker): Refusal | null {
  if (stateOf(set, caseId) === 'suspended') {
    const refusal = set.say(caseId, { kind: 'resumeCase' }, speaker)
    if (refusal !== null) return refusal
  }
  for (let next = lastActive(set, caseId); next; next = lastActive(set, caseId)) {
    const refusal = endRow(set, { caseId, row: next, speaker })
    if (refusal !== null) return refusal
  }
  return stateOf(set, caseId) === 'active' ? set.say(caseId, { kind: 'completeCase' }, speaker) : null
}

function stateOf(set: CaseSet, caseId: string) {
  return set.begun(caseId).standing.state.state
}

/** What lies in a stage comes after it. */
function lastActive(set: CaseSet, caseId: string): PlanItemRow | undefined {
  const { state } = set.begun(caseId).standing
  return state.state === 'active' ? state.items.findLast((row) => row.state === 'active') : undefined
}

function endRow(
  set: CaseSet,
  {
    caseId,
    row,
    speaker,
  }: { readonly caseId: string; readonly row: PlanItemRow; readonly speaker: CaseSpeaker },
): Refusal | null {
  const { graph } = set.begun(caseId).standing
  const isStage = graph.nodes[graph.indexOf.get(row.defId) ?? -1]?.kind === 'stage'
  const isOver =
    isStage && set.say(caseId, { kind: 'complete', itemId: row.id, values: {} }, speaker) === null
  return isOver ? null : set.say(caseId, { kind: 'terminate', itemId: row.id }, speaker)
}
