import type { PlanItemTransition } from '../model/case-model.ts'
import { Agenda } from './agenda.ts'
import type { CaseDemand, CaseHappening, CaseStep, CaseWorld } from './command.ts'
import type { CaseGraph, CaseNode, CaseQuestion, CaseVariables, GraphMapping } from './graph.ts'
import type {
  CaseIncident,
  CasePlanState,
  CaseState,
  PlanItemCause,
  PlanItemRow,
  SeenEvent,
  SentryPartRow,
} from './state.ts'
import { isOver, isSettled, nextCaseState, nextState } from './transitions.ts'

/** The row of the case itself. */
export const CASE_ROW = 0
/** A case while it goes on: rows that may be changed, and what is still to be looked at. */
export class CaseMachine {
  readonly graph: CaseGraph
  readonly world: CaseWorld
  readonly items: Map<number, PlanItemRow>
  readonly agenda = new Agenda()
  readonly demands: CaseDemand[] = []
  readonly happened: CaseHappening[] = []
  readonly incidents: Map<string, CaseIncident>
  readonly seen: Map<string, Map<number, SeenEvent>>
  readonly stale: Set<string>
  readonly file: Map<string, number>
  variables: CaseVariables
  state: CaseState
  since: number
  cause: PlanItemCause
  isHeldOpen: boolean
  readonly #children = new Map<number, number[]>()
  readonly #open = new Map<number, Set<number>>()
  readonly #unsettled = new Map<number, Set<number>>()
  /** How much happened so far, and to which item last. */
  transitions = 0
  last: CaseNode
  #nextId: number

  constructor(graph: CaseGraph, state: CasePlanState, world: CaseWorld) {
    this.graph = graph
    this.world = world
    this.items = new Map(state.items.map((row) => [row.id, row]))
    for (const row of state.items) this.#index(row)
    this.incidents = new Map(state.incidents.map((one) => [partKey(one.itemId, one.place), one]))
    this.seen = seenBy(state.parts)
    this.stale = new Set(state.stale)
    this.file = new Map(Object.entries(state.file))
    this.variables = state.variables
    this.state = state.state
    this.since = state.since
    this.cause = state.cause
    this.isHeldOpen = state.isHeldOpen
    this.#nextId = state.nextId
    this.last = this.node(0)
  }

  node(index: number): CaseNode {
    const node = this.graph.nodes[index]
    if (!node) throw new TypeError(`the plan has no item ${index}`)
    return node
  }

  row(id: number): PlanItemRow {
    const row = this.items.get(id)
    if (!row) throw new TypeError(`the case has no row ${id}`)
    return row
  }

  nodeOf(row: Pick<PlanItemRow, 'defId'>): CaseNode {
    const index = this.graph.indexOf.get(row.defId)
    if (index === undefined) throw new TypeError(`the plan has no item ${row.defId}`)
    return this.node(index)
  }

  /** The item of the plan that a row, or the case itself, is an instance of. */
  nodeAt(itemId: number): CaseNode {
    return itemId === CASE_ROW ? this.node(0) : this.nodeOf(this.row(itemId))
  }

  /** What a stage still waits for, or would have to. */
  unsettledIn(parentId: number): readonly PlanItemRow[] {
    return [...(this.#unsettled.get(parentId) ?? [])].map((id) => this.row(id))
  }

  hasChildren(parentId: number): boolean {
    return this.#children.has(parentId)
  }

  childrenOf(parentId: number): readonly PlanItemRow[] {
    return (this.#children.get(parentId) ?? []).map((id) => this.row(id))
  }

  /** Rows of an item of the plan that are not over; of the case its own. */
  openRowsOf(node: number): readonly number[] {
    if (node === 0) return [CASE_ROW]
    return [...(this.#open.get(node) ?? [])]
  }

  /** Whether what lies in it may go on: it is active, and everything around it. */
  isActive(itemId: number): boolean {
    if (itemId === CASE_ROW) return this.state === 'active'
    const { state, parentId } = this.row(itemId)
    return state === 'active' && this.isActive(parentId)
  }

  add(row: Omit<PlanItemRow, 'id'>): PlanItemRow {
    const added = { id: this.#nextId++, ...row }
    this.items.set(added.id, added)
    this.#index(added)
    this.#tell({ row: added, transition: 'create', from: null })
    return added
  }

  change(row: PlanItemRow, change: Partial<PlanItemRow>): PlanItemRow {
    const changed = { ...row, ...change }
    this.items.set(row.id, changed)
    return changed
  }

  /** Takes a row out that nobody has begun with. */
  drop(row: PlanItemRow): void {
    this.items.delete(row.id)
    this.forget(row.id)
    this.#open.get(this.graph.indexOf.get(row.defId) ?? -1)?.delete(row.id)
    this.#unsettled.get(row.parentId)?.delete(row.id)
    const siblings = this.#children.get(row.parentId) ?? []
    this.#children.set(
      row.parentId,
      siblings.filter((id) => id !== row.id),
    )
  }

  /** @throws TypeError when the tables do not allow it: whoever asks has looked before */
  move(row: PlanItemRow, transition: PlanItemTransition, cause: PlanItemCause): PlanItemRow {
    const node = this.nodeOf(row)
    const to = nextState(node.kind === 'case' ? 'stage' : node.kind, row, transition)
    if (to === null) throw new TypeError(`${row.defId} cannot ${transition} when ${row.state}`)
    const isLed = transition.startsWith('parent') || cause.kind === 'parent'
    const moved = this.change(row, {
      ...{ state: to, cause, since: this.world.now },
      stateBefore: isLed && transition !== 'parentResume' ? (row.stateBefore ?? row.state) : null,
      endedBy: cause.kind === 'criterion' && transition === 'exit' ? cause.criterionId : null,
    })
    this.#settle(moved, node)
    if (isSettled(to) && !isLed && cause.kind !== 'reactivated') this.letGo()
    this.#tell({ row: moved, transition, from: row.state })
    this.mayComplete(row.parentId)
    return moved
  }

  /** Takes out of the indexes what is no longer waited for, and what waits for nothing any more. */
  #settle({ id, parentId, state, cause }: PlanItemRow, { index }: CaseNode): void {
    if (isSettled(state)) this.#unsettled.get(parentId)?.delete(id)
    else addTo(this.#unsettled, parentId, id)
    if (!isOver(state)) return
    this.#open.get(index)?.delete(id)
    if (cause.kind === 'parent') this.#keepSeen(id)
    else this.forget(id)
  }

  /** What an item waited for that ends only with its stage is needed when the case is taken up again. */
  #keepSeen(itemId: number): void {
    const { entry, exit } = this.nodeAt(itemId)
    for (const { id } of entry) this.stale.delete(partKey(itemId, id))
    for (const { id } of exit) this.forgetSentry(itemId, id)
  }

  moveCase(transition: PlanItemTransition, cause: PlanItemCause): void {
    const [from, to] = [this.state, nextCaseState(this.state, transition)]
    if (to === null) throw new TypeError(`a case cannot ${transition} when ${from}`)
    this.state = to
    this.cause = cause
    this.since = this.world.now
    this.#count(this.node(0))
    const { id: defId } = this.node(0)
    this.happened.push({ kind: 'item', itemId: CASE_ROW, defId, transition, from, to, cause })
  }

  mayLeave(itemId: number): void {
    this.agenda.add({ kind: 0, rank: this.nodeAt(itemId).index, itemId })
  }

  mayEnter(itemId: number): void {
    this.agenda.add({ kind: 1, rank: this.nodeAt(itemId).index, itemId })
  }

  /** Something has ended since the case was taken up again: it may complete by itself. */
  letGo(): void {
    if (!this.isHeldOpen) return
    this.isHeldOpen = false
    this.mayComplete(CASE_ROW)
  }

  /** The innermost stages first. */
  mayComplete(itemId: number): void {
    this.agenda.add({ kind: 2, rank: -this.nodeAt(itemId).depth, itemId })
  }

  /** All that was seen and went wrong for a row that is over. */
  forget(itemId: number): void {
    const node = this.items.has(itemId) ? this.nodeAt(itemId) : null
    for (const { id } of [...(node?.entry ?? []), ...(node?.exit ?? [])]) this.forgetSentry(itemId, id)
    for (const [key, incident] of this.incidents) if (incident.itemId === itemId) this.incidents.delete(key)
  }

  forgetSentry(itemId: number, sentryId: string): void {
    this.seen.delete(partKey(itemId, sentryId))
    this.stale.delete(partKey(itemId, sentryId))
  }

  /** What a question is answered with; null: it cannot be asked, which is kept as an incident. */
  ask(question: CaseQuestion, itemId: number, place: string): { readonly value: unknown } | null {
    const answer = question.ask(this.variables)
    if (answer.ok) {
      this.incidents.delete(partKey(itemId, place))
      return answer
    }
    this.note(itemId, place, answer.fault)
    return null
  }

  /** Something that somebody has to look at. */
  note(itemId: number, place: string, text: string): void {
    const key = partKey(itemId, place)
    const id = this.incidents.get(key)?.id ?? this.#nextId++
    this.incidents.set(key, { id, itemId, place, text })
  }

  values(mappings: readonly GraphMapping[], itemId: number): CaseVariables {
    return Object.fromEntries(
      mappings.map(({ source, target }) => [target, this.ask(source, itemId, target)?.value ?? null]),
    )
  }

  step(): CaseStep {
    const state: CasePlanState = {
      ...{ state: this.state, since: this.since, cause: this.cause, isHeldOpen: this.isHeldOpen },
      nextId: this.#nextId,
      items: [...this.items.values()],
      parts: [...this.seen].flatMap(([key, events]) => partRows(key, events)),
      stale: [...this.stale],
      variables: this.variables,
      file: Object.fromEntries(this.file),
      incidents: [...this.incidents.values()],
    }
    return { state, demands: this.demands, happened: this.happened }
  }

  #index(row: PlanItemRow): void {
    const siblings = this.#children.get(row.parentId)
    if (siblings) siblings.push(row.id)
    else this.#children.set(row.parentId, [row.id])
    if (!isSettled(row.state)) addTo(this.#unsettled, row.parentId, row.id)
    const node = this.graph.indexOf.get(row.defId)
    if (node !== undefined && !isOver(row.state)) addTo(this.#open, node, row.id)
  }

  #tell({
    row,
    transition,
    from,
  }: Pick<Extract<CaseHappening, { kind: 'item' }>, 'transition' | 'from'> & { row: PlanItemRow }): void {
    const { id: itemId, defId, state: to, cause } = row
    this.#count(this.nodeOf(row))
    this.happened.push({ kind: 'item', itemId, defId, transition, from, to, cause })
  }

  #count(node: CaseNode): void {
    this.transitions++
    this.last = node
  }
}

/** The key of something that belongs to a row. */
export function partKey(itemId: number, place: string): string {
  return `${itemId} ${place}`
}

function addTo(index: Map<number, Set<number>>, key: number, id: number): void {
  const known = index.get(key)
  if (known) known.add(id)
  else index.set(key, new Set([id]))
}

function seenBy(parts: readonly SentryPartRow[]): Map<string, Map<number, SeenEvent>> {
  const seen = new Map<string, Map<number, SeenEvent>>()
  for (const { itemId, sentryId, part, sourceItemId, at } of parts) {
    const key = partKey(itemId, sentryId)
    const events = seen.get(key) ?? new Map<number, SeenEvent>()
    seen.set(key, events.set(part, { part, sourceItemId, at }))
  }
  return seen
}

function partRows(key: string, events: ReadonlyMap<number, SeenEvent>): readonly SentryPartRow[] {
  const [, itemId = '', sentryId = ''] = /^(\d+) ([\s\S]*)$/.exec(key) ?? []
  return [...events.values()].map((event) => ({ itemId: Number(itemId), sentryId, ...event }))
}
