import type { DecisionSummary, DecisionView } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import {
  type DecisionFacts,
  type DecisionVersionRow,
  findDecisionCases,
  findDecisions,
  findDecisionVersions,
} from '../queries/find-decisions.ts'

/** A decision model on a list. */
export function presentSummary({ model, published, caseCount }: DecisionFacts): DecisionSummary {
  const { processId, xml: _xml, createdAt: _createdAt, ...rest } = model
  return {
    ...{ ...rest, containerId: processId, caseCount },
    publishedNumber: published?.number ?? null,
    isChanged: published?.isSame !== true,
  }
}

/** Decision models with everything that stands beside them, in the order of their ids. */
export async function presentDecisions(
  { tx, organisationId }: { readonly tx: Tx; readonly organisationId: string },
  ids: readonly string[],
): Promise<readonly DecisionView[]> {
  const facts = await findDecisions(tx, organisationId, ids)
  const versions = await findDecisionVersions(tx, organisationId, ids)
  const cases = await findDecisionCases(tx, organisationId, ids)
  return ids.map((id, index) => {
    const found = facts.get(id) ?? refuse('platform.not_found', { what: 'decision' }, index)
    return {
      ...{ ...presentSummary(found), dmn: found.model.xml },
      cases: cases.filter((one) => one.decision_id === id).map(({ decision_id: _decision, ...one }) => one),
      versions: versions.filter((one) => one.decision_id === id).map(presentVersion),
    }
  })
}

function presentVersion({ number, note, published_at, published_by }: DecisionVersionRow) {
  return { number, note, publishedAt: published_at, publishedBy: published_by }
}
