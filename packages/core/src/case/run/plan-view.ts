import { isAllowed, notOffered } from '../engine/offers.ts'
import type { PlanItemRow, PlanItemState } from '../engine/state.ts'
import type { CaseModel, PlanItem } from '../model/case-model.ts'
import { type PlacedPlanItem, walkModel } from '../model/walk-model.ts'
import {
  type CauseSaid,
  type Criterion,
  namesOf,
  type PlanNames,
  sayCause,
  sayCriterion,
} from './criterion-view.ts'
import { actsOf, type PlanAct } from './plan-acts.ts'
import type { CaseStanding } from './say.ts'

/** Where something of a plan stands for those who work on the case. */
export const PLAN_PLACES = ['now', 'could', 'later', 'done', 'off'] as const
/** To be done now; possible; possible when something has come; done; or given up. */
export type PlanPlaceName = (typeof PLAN_PLACES)[number]

/** Something of a plan: as it runs, or as it may come. */
export type PlanEntry = {
  readonly item: PlanItem
  readonly stageId: string | null
  /** Null: it has not come yet. */
  readonly row: PlanItemRow | null
  readonly place: PlanPlaceName
  readonly isDiscretionary: boolean
  readonly isAlternate: boolean
  readonly isUsed: boolean
  readonly cause: CauseSaid | null
  /** Any of these lets it come. */
  readonly waitsFor: readonly Criterion[]
  readonly acts: readonly PlanAct[]
}

/**
 * The plan of a case as people see it, in the order of the model: what is to be done now, what could be done, what
 * becomes possible when, what is done, and what was given up.
 *
 * @param roles of the case, of who looks; null: all of them
 */
export function viewPlan(standing: CaseStanding, roles: readonly string[] | null): readonly PlanEntry[] {
  const names = namesOf(standing.model)
  const rows = Map.groupBy(standing.state.items, ({ defId }) => defId)
  const viewer: Viewer = { standing, roles, names, rows }
  return walkModel(standing.model).flatMap((placed) => entriesOf(viewer, placed))
}

type Viewer = {
  readonly standing: CaseStanding
  readonly roles: readonly string[] | null
  readonly names: PlanNames
  readonly rows: ReadonlyMap<string, readonly PlanItemRow[]>
}

function entriesOf(viewer: Viewer, placed: PlacedPlanItem): readonly PlanEntry[] {
  const own = viewer.rows.get(placed.item.id) ?? []
  const come = own.map((row) => entryOfRow(viewer, placed, row))
  if (placed.discretionary !== null) return [...come, ...offersOf(viewer, placed)]
  return own.length > 0 || !mayCome(viewer, placed) ? come : [entryToCome(viewer, placed)]
}

const BEFORE_USE: ReadonlySet<PlanItemState> = new Set(['available', 'enabled', 'disabled'])

function base({ names, rows }: Viewer, { item, stage, discretionary }: PlacedPlanItem) {
  return {
    ...{ item, stageId: stage?.id ?? null, isDiscretionary: discretionary !== null },
    isAlternate:
      item.kind === 'stage' && ((discretionary !== null && !rows.has(item.id)) || isAside(item, names)),
    isUsed: (rows.get(item.id) ?? []).some(({ state }) => !BEFORE_USE.has(state)),
  }
}

/** A stage that follows nothing that is done or reached lies beside the usual way. */
function isAside({ entry }: PlanItem, names: PlanNames): boolean {
  if (entry.length === 0) return false
  return !entry.some(({ onParts }) =>
    onParts.some(({ on, sourceId, transition }) => {
      const source = names.items.get(sourceId)
      if (on !== 'plan' || !source) return false
      return transition === 'complete' || (transition === 'occur' && source.kind === 'milestone')
    }),
  )
}

function entryOfRow(viewer: Viewer, placed: PlacedPlanItem, row: PlanItemRow): PlanEntry {
  const { item } = placed
  const { state } = viewer.standing
  const seen = (id: string) => state.parts.filter((one) => one.itemId === row.id && one.sentryId === id)
  const place = placeOf(item, row.state)
  return {
    ...base(viewer, placed),
    ...{ row, place },
    cause: sayCause(row.cause, [...item.entry, ...item.exit], viewer.names),
    waitsFor:
      place === 'later'
        ? item.entry.map((sentry) => sayCriterion(sentry, seen(sentry.id), viewer.names))
        : [],
    acts: isRunning(viewer, row.parentId) ? actsOf(item.kind, row) : [],
  }
}

function placeOf({ kind }: PlanItem, state: PlanItemState): PlanPlaceName {
  switch (state) {
    case 'available':
      return kind === 'userListener' ? 'could' : 'later'
    case 'enabled':
      return 'could'
    case 'active':
    case 'suspended':
    case 'failed':
      return 'now'
    case 'completed':
      return 'done'
    case 'disabled':
    case 'terminated':
      return 'off'
  }
}

/** Whether what lies in a row, or in the case itself, may go on: that is active, and everything around it. */
function isRunning(viewer: Viewer, rowId: number): boolean {
  const { state } = viewer.standing
  if (rowId === 0) return state.state === 'active'
  const row = state.items.find(({ id }) => id === rowId)
  return row?.state === 'active' && isRunning(viewer, row.parentId)
}

/** Whether something can still come that has not: a stage around it is not over, and its case neither. */
function mayCome(viewer: Viewer, { stage }: PlacedPlanItem): boolean {
  const { state } = viewer.standing.state
  if (state !== 'active' && state !== 'suspended') return false
  if (stage === null) return true
  const around = viewer.rows.get(stage.id) ?? []
  if (around.length > 0) return around.some((row) => row.state !== 'completed' && row.state !== 'terminated')
  const placed = walkModel(viewer.standing.model).find(({ item }) => item.id === stage.id)
  return placed !== undefined && placed.discretionary === null && mayCome(viewer, placed)
}

function entryToCome(viewer: Viewer, placed: PlacedPlanItem): PlanEntry {
  return {
    ...base(viewer, placed),
    ...{ row: null, place: 'later', cause: null, acts: [] },
    waitsFor: placed.item.entry.map((sentry) => sayCriterion(sentry, [], viewer.names)),
  }
}

/** What the planning table offers now, or what has to be so first. */
function offersOf(viewer: Viewer, placed: PlacedPlanItem): readonly PlanEntry[] {
  const { state } = viewer.standing
  if (state.state !== 'active') return []
  const stageRow = activeRowOf(viewer, placed)
  if (stageRow === null) return mayCome(viewer, placed) ? [entryToCome(viewer, placed)] : []
  const offer = offerIn(viewer, placed, stageRow)
  if (offer === null || offer.reason === 'planned') return []
  const entry = entryToCome(viewer, placed)
  if (offer.reason === null) return [{ ...entry, place: 'could', acts: offer.isMine ? ['plan'] : [] }]
  return [{ ...entry, waitsFor: [applicabilityOf(placed)] }]
}

/** Whether something may be added to the stage that runs, and by who looks. */
function offerIn({ standing, roles }: Viewer, { item }: PlacedPlanItem, stageRow: number) {
  const { graph, state } = standing
  const index = graph.indexOf.get(item.id) ?? -1
  const node = graph.nodes[graph.nodes[index]?.parent ?? 0]
  const offer = node?.discretionary.find((one) => one.node === index)
  if (!node || !offer) return null
  const children = state.items.filter(({ parentId }) => parentId === stageRow)
  return {
    reason: notOffered({ graph, node, children, variables: state.variables }, offer),
    isMine: roles === null || isAllowed(offer, roles),
  }
}

function applicabilityOf({ item, discretionary }: PlacedPlanItem): Criterion {
  const expression = discretionary?.applicability ?? null
  return {
    ...{ id: item.id, name: '' },
    parts: expression === null ? [] : [{ on: 'if', expression, isMet: false }],
  }
}

/** The row of the stage around something that is active; 0 for the case itself. */
function activeRowOf({ rows }: Viewer, { stage }: PlacedPlanItem): number | null {
  if (stage === null) return 0
  return rows.get(stage.id)?.find(({ state }) => state === 'active')?.id ?? null
}

/** Where to add a discretionary item of the plan: the stage that is active; 0 is the case itself, null nowhere. */
export function findPlanningStage({ model, state }: CaseStanding, planItemId: string): number | null {
  const placed = walkModel(model).find(({ item }) => item.id === planItemId)
  if (!placed) return null
  if (placed.stage === null) return 0
  const { id } = placed.stage
  return state.items.find((row) => row.defId === id && row.state === 'active')?.id ?? null
}

/** Everything that is known of where a plan begins, before anybody has done anything. */
export const EMPTY_MODEL: Omit<CaseModel, 'name'> = {
  ...{ id: 'case', description: '', exit: [], roles: [], file: [] },
  root: { items: [], autoComplete: false, discretionary: [] },
}
