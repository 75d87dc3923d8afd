import type { Instant } from '../../kernel/index.ts'
import type { CaseCommand } from '../engine/command.ts'
import type { CaseGraph, CaseNode, GraphDiscretionary } from '../engine/graph.ts'
import { isAllowed, notOffered } from '../engine/offers.ts'
import type { CasePlanState, PlanItemCause, PlanItemRow, PlanItemState } from '../engine/state.ts'
import { isOccurrence } from '../engine/transitions.ts'
import type { PlanItemKind } from '../model/case-model.ts'
import type { CasePlace } from '../plan-item.ts'
import { type CriterionSentence, sentenceOf } from './criterion-sentence.ts'

/** What people may say about a step of a case. */
export type StepCommand = Extract<
  CaseCommand['kind'],
  | 'manualStart'
  | 'disable'
  | 'reenable'
  | 'complete'
  | 'terminate'
  | 'suspend'
  | 'resume'
  | 'fault'
  | 'reactivate'
  | 'occur'
  | 'plan'
>

/** A step of a case as people look at it. */
export type PlacedStep = {
  /** Now, could be done, becomes possible when, or done. */
  readonly place: CasePlace
  /** Null: it is only offered. */
  readonly itemId: number | null
  readonly defId: string
  readonly name: string
  readonly description: string
  readonly kind: PlanItemKind
  /** The row of the stage around it; 0: the case itself. */
  readonly stageId: number
  readonly state: PlanItemState | 'offered'
  readonly round: number
  readonly isRequired: boolean
  readonly isDiscretionary: boolean
  readonly since: Instant | null
  readonly dueAt: Instant | null
  /** Why it is where it is. */
  readonly cause: PlanItemCause | null
  /** Of what waits: by which it becomes possible, any one is enough. */
  readonly opens: readonly CriterionSentence[]
  /** By which it ends without being done. */
  readonly closes: readonly CriterionSentence[]
  /** Of what may be added: the condition, the task it belongs to, the roles that may, and whether these are among them. */
  readonly offer: StepOffer | null
  readonly commands: readonly StepCommand[]
}

/** When and by whom a step may be added to the plan. */
export type StepOffer = {
  readonly condition: string | null
  readonly besideId: string | null
  readonly roles: readonly string[]
  readonly isAllowed: boolean
}

type CaseRead = { readonly graph: CaseGraph; readonly state: CasePlanState }
type Read = CaseRead & { readonly rows: ReadonlyMap<number, PlanItemRow> }

/**
 * Where each step of a case stands for those who work on it, in the order of the plan.
 *
 * @param roles the roles of whoever looks; null: everything may be added
 */
export function placesOfCase(
  { graph, state }: CaseRead,
  roles: readonly string[] | null = null,
): readonly PlacedStep[] {
  const read = { graph, state, rows: new Map(state.items.map((row) => [row.id, row])) }
  const rows = state.items.flatMap((row) => {
    const node = graph.nodes[graph.indexOf.get(row.defId) ?? -1]
    return node && node.kind !== 'case' ? [{ order: node.index, step: stepOf(read, row, node) }] : []
  })
  const offers = activeStages(read).flatMap(({ stageId, node }) =>
    node.discretionary.flatMap((offer) => {
      const step = offerOf(read, { stageId, node, offer }, roles)
      return step ? [{ order: offer.node, step }] : []
    }),
  )
  return [...rows, ...offers].toSorted((a, b) => a.order - b.order).map(({ step }) => step)
}

function stepOf(read: Read, row: PlanItemRow, node: CaseNode): PlacedStep {
  const { id: itemId, defId, parentId: stageId, state, round, isRequired, since, cause, timer } = row
  const isWaiting = state === 'available'
  return {
    ...said(node),
    ...{ place: placeOf(row, node), itemId, defId, stageId, state, round, isRequired, since, cause },
    dueAt: timer?.dueAt ?? null,
    opens: isWaiting ? node.entry.map((sentry) => sentenceOf(read, sentry, itemId)) : [],
    closes: isEnd(state) ? [] : node.exit.map((sentry) => sentenceOf(read, sentry, itemId)),
    offer: null,
    commands: commandsOf(read, row, node),
  }
}

function said({ name, description, kind, isDiscretionary }: CaseNode) {
  // The case itself is no step and was left out before.
  return { name, description, kind: kind as PlanItemKind, isDiscretionary }
}

function isEnd(state: PlanItemState): boolean {
  return state === 'completed' || state === 'terminated'
}

const PLACES: Readonly<Record<PlanItemState, CasePlace>> = {
  available: 'later',
  enabled: 'could',
  disabled: 'could',
  active: 'now',
  suspended: 'later',
  failed: 'now',
  completed: 'done',
  terminated: 'done',
}

/** That something has happened anybody can say at any time. */
function placeOf({ state }: PlanItemRow, { kind }: CaseNode): CasePlace {
  return kind === 'userListener' && state === 'available' ? 'could' : PLACES[state]
}

const WORK: Readonly<Partial<Record<PlanItemState, readonly StepCommand[]>>> = {
  enabled: ['manualStart', 'disable'],
  disabled: ['reenable'],
  active: ['complete', 'suspend', 'terminate', 'fault'],
  suspended: ['resume'],
  failed: ['reactivate'],
}
const OCCURRENCE: Readonly<Partial<Record<PlanItemState, readonly StepCommand[]>>> = {
  available: ['suspend', 'terminate'],
  suspended: ['resume'],
}

/** What is done with it next by people; nothing while the stage around it does not go on. */
function commandsOf(read: Read, row: PlanItemRow, node: CaseNode): readonly StepCommand[] {
  if (!isGoingOn(read, row.parentId)) return []
  if (!isOccurrence(node.kind)) return WORK[row.state] ?? []
  const commands = OCCURRENCE[row.state] ?? []
  return node.kind === 'userListener' && row.state === 'available' ? ['occur', ...commands] : commands
}

function isGoingOn({ state: { state }, rows }: Read, itemId: number): boolean {
  for (let at = itemId; at !== 0; ) {
    const row = rows.get(at)
    if (row?.state !== 'active') return false
    at = row.parentId
  }
  return state === 'active'
}

type ActiveStage = { readonly stageId: number; readonly node: CaseNode }

function activeStages(read: Read): readonly ActiveStage[] {
  const { graph, state } = read
  const [root] = graph.nodes
  const stages = state.items.flatMap((row) => {
    const node = graph.nodes[graph.indexOf.get(row.defId) ?? -1]
    return node?.kind === 'stage' && isGoingOn(read, row.id) ? [{ stageId: row.id, node }] : []
  })
  return root && state.state === 'active' ? [{ stageId: 0, node: root }, ...stages] : stages
}

function offerOf(
  { graph, state }: Read,
  { stageId, node: stage, offer }: ActiveStage & { readonly offer: GraphDiscretionary },
  roles: readonly string[] | null,
): PlacedStep | null {
  const node = graph.nodes[offer.node]
  if (!node) return null
  const children = state.items.filter(({ parentId }) => parentId === stageId)
  const reason = notOffered({ graph, node: stage, children, variables: state.variables }, offer)
  if (reason === 'planned') return null
  const may = roles === null || isAllowed(offer, roles)
  return {
    ...said(node),
    ...{ place: reason === null ? 'could' : 'later', itemId: null, defId: node.id, stageId },
    ...{ state: 'offered', round: 1, isRequired: false, since: null, dueAt: null, cause: null },
    ...{ opens: [], closes: [] },
    offer: {
      condition: offer.applicability?.text ?? null,
      besideId: graph.nodes[offer.beside]?.id ?? null,
      ...{ roles: offer.roles, isAllowed: may },
    },
    commands: reason === null && may ? ['plan'] : [],
  }
}
