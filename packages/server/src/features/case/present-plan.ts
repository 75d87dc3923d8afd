import type { CasePlanItemView, CasePlanView } from '@millrace/contract'
import { NOT_CLOSING, openRequired, type PlanEntry, viewPlan } from '@millrace/core/case'
import type { HeldCase } from './held-case.ts'

type Viewer = {
  /** Of the case, of who looks. */
  readonly roles: readonly string[]
  readonly loose: readonly string[]
}

/** The plan of a case as people see it. */
export function presentPlan(held: HeldCase, { roles, loose }: Viewer): CasePlanView {
  const { info, standing, closing, version, entries, carriers } = held
  const open = standing === null ? [] : openRequired(standing.graph, standing.state)
  return {
    containerId: info.id,
    modelId: standing?.model.id ?? 'case',
    status: info.state === 'closed' ? 'closed' : (standing?.state.state ?? 'active'),
    ...{ version, lastSeq: entries, loose: [...loose] },
    items: standing === null ? [] : viewPlan(standing, roles).map((entry) => presentEntry(entry, carriers)),
    variables: { ...standing?.state.variables },
    roles: [...(standing?.model.roles ?? [])],
    closing: { ...closing, openRequired: [...new Set(open.map(({ defId }) => defId))] },
  }
}

/** The plan of a case that has none yet. */
export function emptyPlan(containerId: string, isClosed: boolean, loose: readonly string[]): CasePlanView {
  return {
    ...{ containerId, modelId: 'case', status: isClosed ? 'closed' : 'active', version: 1, lastSeq: 0 },
    ...{ items: [], loose: [...loose], variables: {}, roles: [] },
    closing: { ...NOT_CLOSING, openRequired: [] },
  }
}

function presentEntry(entry: PlanEntry, carriers: HeldCase['carriers']): CasePlanItemView {
  const { item, row, cause } = entry
  const { id, kind, content: _inside, ...fields } = item
  const carrier = row === null ? undefined : carriers.get(row.id)
  // It was read from the tables, and is written as an answer at once.
  return structuredClone({
    ...fields,
    ...{ planItemId: id, kind, stageId: entry.stageId, place: entry.place },
    ...{ rowId: row?.id ?? null, state: row?.state ?? null, round: row?.round ?? 1 },
    ...{ since: row?.since ?? null, dueAt: row?.timer?.dueAt ?? null },
    ...{ isRequired: row?.isRequired ?? item.required !== null, isDiscretionary: entry.isDiscretionary },
    ...{ isAlternate: entry.isAlternate, isUsed: entry.isUsed },
    ...{ itemId: carrier?.itemId ?? null, instanceId: carrier?.instanceId ?? null },
    ...{ calledCaseId: carrier?.calledCaseId ?? null, cause },
    ...{ waitsFor: entry.waitsFor, acts: entry.acts },
  }) as CasePlanItemView // The copy has lost that nobody changes it, which the answer does not say of itself.
}
