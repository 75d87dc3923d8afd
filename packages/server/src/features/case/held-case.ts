import { type CaseClosing, type CasePlanState, type CaseStanding, openRequired } from '@millrace/core/case'
import { keptGraph } from './graphs.ts'
import type { Case } from './queries/find-cases.ts'
import type { CarryingItem, FoundRow } from './queries/find-plans.ts'
import type { Carrier } from './store/plan-items.ts'
import type { PlanRow } from './store/plans.ts'

/** Nothing carries it out. */
export const NO_CARRIER: Carrier = { itemId: null, instanceId: null, calledCaseId: null }

/** A case that is loaded, as it is now. */
export type HeldCase = {
  readonly info: Case
  /** Null: it has not begun. */
  readonly standing: CaseStanding | null
  readonly modelId: string
  /** The version of a template that it began by. */
  readonly templateVersionId: string | null
  readonly entries: number
  readonly closing: CaseClosing
  readonly version: number
  /** What carries out what has come, by the ids of rows. */
  readonly carriers: ReadonlyMap<number, Carrier>
  /** Items that carry out steps to come, by the ids of the plan; whether they are done already. */
  readonly adopted: ReadonlyMap<string, { readonly itemId: string; readonly isDone: boolean }>
  /** The items that carried out something when it was loaded. */
  readonly items: ReadonlyMap<string, CarryingItem>
}

/** What is found of a case in its tables. */
export type FoundCase = {
  readonly info: Case
  readonly plan: PlanRow
  readonly rows: readonly FoundRow[]
  readonly parts: CasePlanState['parts']
  readonly adopted: HeldCase['adopted']
}

/** A case as its tables tell it. */
export function heldCase({ info, plan, rows, parts, adopted }: FoundCase): HeldCase {
  const state: CasePlanState = {
    ...{ state: plan.state, since: plan.since, cause: plan.cause, isHeldOpen: plan.is_held_open },
    ...{ nextId: plan.next_id, items: rows.map(({ row }) => row), parts, stale: plan.stale },
    ...{ variables: plan.variables, file: plan.file, incidents: plan.incidents },
  }
  const hasBegun = plan.entries > 0
  return {
    info,
    standing: hasBegun ? { model: plan.model, graph: keptGraph(plan.model_id, plan.model), state } : null,
    templateVersionId: plan.template_version_id,
    ...{ modelId: plan.model_id, entries: plan.entries, version: plan.version, closing: closingOf(plan) },
    carriers: new Map(rows.map(({ row, carrier }) => [row.id, carrier])),
    adopted,
    items: new Map(rows.flatMap(({ item }) => (item ? [[item.id, item] as const] : []))),
  }
}

function closingOf(plan: PlanRow): CaseClosing {
  return {
    ...{ needsAcceptance: plan.needs_acceptance, needsNotice: plan.needs_notice },
    ...{ requesterId: plan.requester_id, acceptedAt: plan.accepted_at, acceptedBy: plan.accepted_by },
    ...{ acceptanceNote: plan.acceptance_note, noticedAt: plan.noticed_at, noticedBy: plan.noticed_by },
    ...{ noticeTo: plan.notice_to, noticeWay: plan.notice_way },
  }
}

/** The row of a case's plan. */
export function planRowOf(held: HeldCase): PlanRow {
  const { closing, standing } = held
  if (standing === null) throw new TypeError(`the case ${held.info.id} has not begun`)
  const { state, model } = standing
  return {
    ...{ case_id: held.info.id, model, model_id: held.modelId, state: state.state, since: state.since },
    template_version_id: held.templateVersionId,
    ...{ cause: state.cause, is_held_open: state.isHeldOpen, next_id: state.nextId, stale: state.stale },
    ...{ variables: state.variables, file: state.file, incidents: state.incidents, entries: held.entries },
    ...{ needs_acceptance: closing.needsAcceptance, needs_notice: closing.needsNotice },
    ...{ requester_id: closing.requesterId, accepted_at: closing.acceptedAt },
    ...{ accepted_by: closing.acceptedBy, acceptance_note: closing.acceptanceNote },
    ...{ noticed_at: closing.noticedAt, noticed_by: closing.noticedBy },
    ...{ notice_to: closing.noticeTo, notice_way: closing.noticeWay, version: held.version },
  }
}

/** The case for those who decide about its end. */
export function endingOf({ info, standing }: HeldCase) {
  const open = standing === null ? [] : openRequired(standing.graph, standing.state)
  return { name: info.name, ownerId: info.ownerId, openRequired: open.length }
}
