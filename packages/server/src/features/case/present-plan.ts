import type { CasePlanItemView, CasePlanView } from '@millrace/contract'
import { NOT_CLOSING, openRequired, type PlanEntry, type PlanItemRow, viewPlan } from '@millrace/core/case'
import { type HeldCase, NO_CARRIER } from './held-case.ts'

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
  // The copy has lost that nobody changes it, which the answer does not say of itself.
  return structuredClone({
    ...fields,
    ...{ planItemId: id, kind, stageId: entry.stageId, place: entry.place },
    ...(row === null ? { ...TO_COME, isRequired: item.required !== null } : presentRow(row, carriers)),
    ...{ isDiscretionary: entry.isDiscretionary, isAlternate: entry.isAlternate, isUsed: entry.isUsed },
    ...{ cause, waitsFor: entry.waitsFor, acts: entry.acts },
  }) as CasePlanItemView
}

const TO_COME = {
  ...{ rowId: null, state: null, round: 1, since: null, dueAt: null },
  ...NO_CARRIER,
}

function presentRow(row: PlanItemRow, carriers: HeldCase['carriers']) {
  const { id: rowId, state, round, since, isRequired, timer } = row
  const carrier = carriers.get(rowId) ?? NO_CARRIER
  return { rowId, state, round, since, isRequired, dueAt: timer?.dueAt ?? null, ...carrier }
}
