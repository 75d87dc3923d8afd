import type { Unit } from '../../platform/commands/index.ts'
import type { FoundCase } from './held-case.ts'
import { findCases } from './queries/find-cases.ts'
import { findAdopted, findParts, findRows } from './queries/find-plans.ts'
import { lockPlans } from './store/plans.ts'

/** Locks the plans of some cases, and reads what belongs to them. */
export async function loadCases(unit: Unit, ids: readonly string[]): Promise<readonly FoundCase[]> {
  const { tx, organisationId } = unit
  const plans = await lockPlans(unit, ids)
  const found = plans.map((plan) => plan.case_id)
  const [cases, rows, parts, adopted] = await Promise.all([
    findCases(tx, organisationId, found),
    findRows(tx, organisationId, found),
    findParts(tx, organisationId, found),
    findAdopted(tx, organisationId, found),
  ])
  const own = {
    rows: Map.groupBy(rows, ({ caseId }) => caseId),
    parts: Map.groupBy(parts, ({ caseId }) => caseId),
    adopted: Map.groupBy(adopted, ({ caseId }) => caseId),
  }
  return plans.flatMap((plan): FoundCase[] => {
    const info = cases.get(plan.case_id)
    if (!info) return []
    return [
      {
        ...{ info, plan, rows: own.rows.get(plan.case_id) ?? [] },
        parts: (own.parts.get(plan.case_id) ?? []).map(({ caseId: _case, ...part }) => part),
        adopted: new Map((own.adopted.get(plan.case_id) ?? []).map(({ def, ...item }) => [def, item])),
      },
    ]
  })
}
