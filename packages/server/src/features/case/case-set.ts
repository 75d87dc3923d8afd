import {
  type CaseClosing,
  type CaseDemand,
  type CaseEntry,
  type CaseSaid,
  type CaseSpeaker,
  type CaseStanding,
  EMPTY_MODEL,
  type PlanItemRow,
  type SayContext,
  sayToCase,
  takeBackCase,
} from '@millrace/core/case'
import type { Actor, Refusal } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'
import { archiveItems, openItems, restoreItems } from '../work/index.ts'
import { caseEvent } from './case-event.ts'
import { dueOf } from './due-of.ts'
import { compilePlan, graphAt } from './graphs.ts'
import { type HeldCase, heldCase, NO_CARRIER, planRowOf } from './held-case.ts'
import { loadCases } from './load-cases.ts'
import { newItem } from './new-item.ts'
import { findCases } from './queries/find-cases.ts'
import { type CarryingItem, findHistories } from './queries/find-plans.ts'
import { insertHistory, type NumberedEntry } from './store/history.ts'
import { insertPlans, updatePlans } from './store/plans.ts'
import { saveChanges } from './store/save-changes.ts'
import { wakeTimers } from './wake-timers.ts'

/** Whoever lets cases go on when nobody in particular does. */
export const ENGINE: Actor = { kind: 'engine', engine: 'case' }

/** What is said to a case by people and by the program; taking back has a way of its own. */
export type Telling = Exclude<CaseSaid, { readonly kind: 'take-back' }>

/**
 * The cases a group of decisions is about: loaded and locked at once, changed in memory, written at once, and what they
 * ask for carried out, all items of the group in one go. Whatever lets cases go on does it through here.
 */
export class CaseSet {
  readonly unit: Unit
  readonly #before = new Map<string, HeldCase>()
  readonly #now = new Map<string, HeldCase>()
  readonly #entries: NumberedEntry[] = []
  readonly #histories = new Map<string, readonly CaseEntry[]>()
  readonly #opened = new Map<string, ReturnType<typeof newItem>>()
  readonly #archived = new Set<string>()
  readonly #restored = new Set<string>()

  constructor(unit: Unit) {
    this.unit = unit
  }

  /** Locks the plans of these cases; those that have none yet get an empty one, which begins when it is changed. */
  static async open(unit: Unit, ids: readonly string[]): Promise<CaseSet> {
    const cases = await findCases(unit.tx, unit.organisationId, [...new Set(ids)])
    await insertPlans(unit, [...cases.values()])
    return await CaseSet.load(unit, ids)
  }

  /** Locks the plans of these cases; those that have none are absent. */
  static async load(unit: Unit, ids: readonly string[]): Promise<CaseSet> {
    const set = new CaseSet(unit)
    for (const found of await loadCases(unit, [...new Set(ids)])) {
      const held = heldCase(found)
      set.#before.set(held.info.id, held)
      set.#now.set(held.info.id, held)
    }
    return set
  }

  find(id: string): HeldCase | undefined {
    return this.#now.get(id)
  }

  all(): readonly HeldCase[] {
    return [...this.#now.values()]
  }

  /** A case that has begun, if need be now. */
  begun(id: string): HeldCase & { readonly standing: CaseStanding } {
    const held = this.#get(id)
    if (held.standing !== null) return { ...held, standing: held.standing }
    const refusal = this.say(id, { kind: 'begin', model: { ...EMPTY_MODEL, name: held.info.name } })
    const { standing } = this.#get(id)
    if (refusal !== null || standing === null) throw new TypeError('an empty plan begins')
    return { ...this.#get(id), standing }
  }

  /**
   * Says something to a case, which goes on until it stands still.
   *
   * @returns why not, and nothing has changed
   */
  say(id: string, command: Telling, speaker: CaseSpeaker = ENGINE): Refusal | null {
    const held = this.#get(id)
    const said = sayToCase(held.standing, command, this.#context(held, speaker))
    if (!said.ok) return said.refusal
    const { standing, entry, demands } = said.value
    const isNew = standing.model !== held.standing?.model
    this.#put(held, { standing, entry, modelId: isNew ? this.unit.newId() : held.modelId })
    for (const demand of demands) this.#follow(id, demand)
    return null
  }

  /** How something is called in the plan of a case. */
  nameOf(id: string, planItemId: string): string {
    const graph = this.#get(id).standing?.graph
    return graph?.nodes[graph.indexOf.get(planItemId) ?? -1]?.name ?? planItemId
  }

  /** Rows that an item carries out, in all the cases that are loaded. */
  rowsOf(itemId: string): readonly { readonly held: HeldCase; readonly row: PlanItemRow }[] {
    return this.all().flatMap((held) =>
      (held.standing?.state.items ?? [])
        .filter((row) => held.carriers.get(row.id)?.itemId === itemId)
        .map((row) => ({ held, row })),
    )
  }

  /** Says that an item that was there before carries out a step of the plan. */
  adopt(id: string, def: string, item: { readonly itemId: string; readonly isDone: boolean }): void {
    const held = this.#get(id)
    this.#now.set(id, { ...held, adopted: new Map(held.adopted).set(def, item) })
  }

  /** Forgets of items that carried out steps to come which are no more in the plan. */
  disown(id: string): void {
    const held = this.#get(id)
    const known = held.standing?.graph.indexOf
    const adopted = new Map([...held.adopted].filter(([def]) => known?.has(def)))
    if (adopted.size < held.adopted.size) this.#now.set(id, { ...held, adopted })
  }

  /** Keeps by which version of a template a case has begun. */
  usedTemplate(id: string, templateVersionId: string): void {
    this.#now.set(id, { ...this.#get(id), templateVersionId })
  }

  /** Changes what closing asks for, and what of it was done. */
  setClosing(id: string, closing: CaseClosing): void {
    const held = this.#get(id)
    if (closing !== held.closing) this.#now.set(id, { ...held, closing, version: held.version + 1 })
  }

  /** Makes known how some cases came where they are, so that the latest of it can be taken back. */
  async recall(ids: readonly string[]): Promise<void> {
    const kept = await findHistories(this.unit.tx, this.unit.organisationId, ids)
    for (const [id, history] of kept) this.#histories.set(id, history)
  }

  /** The history of a recalled case, with what is not written yet. */
  historyOf(id: string): readonly CaseEntry[] {
    const fresh = this.#entries.filter(({ caseId }) => caseId === id).map(({ entry }) => entry)
    return [...(this.#histories.get(id) ?? []), ...fresh]
  }

  /**
   * Takes the latest step of a recalled case back: what it opened is archived, what it archived comes back.
   *
   * @returns the key of an item that has been begun meanwhile, and nothing has changed; null when it is taken back
   */
  takeBack(id: string, speaker: CaseSpeaker = ENGINE): string | null {
    const held = this.#get(id)
    const taken = takeBackCase(this.historyOf(id), (now) => (model) => this.#compile(held, model, now))
    if (taken === null || held.standing === null) return null
    const rows = new Map(taken.state.items.map((row) => [row.id, row]))
    const { gone, back } = difference(held.standing.state.items, rows)
    const begun = gone.map((row) => this.#itemOf(held, row.id)).find((item) => item && isBegun(item))
    if (begun) return begun.key
    for (const { id: rowId } of gone) this.#archive(held.carriers.get(rowId)?.itemId ?? null)
    for (const { id: rowId } of back) this.#restore(this.#itemOf(held, rowId))
    const entry: CaseEntry = {
      ...{ at: this.unit.now, actor: speaker, command: { kind: 'take-back' }, dues: [], happened: [] },
    }
    const carriers = new Map([...held.carriers].filter(([rowId]) => rows.has(rowId)))
    const isSame = JSON.stringify(taken.model) === JSON.stringify(held.standing.model)
    this.#put(
      { ...held, carriers },
      { standing: taken, entry, modelId: isSame ? held.modelId : this.unit.newId() },
    )
    return null
  }

  /** Writes everything, one statement a table, after the items that are asked for were opened and archived. */
  async save(): Promise<void> {
    await this.#carryOut()
    const changed = this.all().filter((held) => held !== this.#before.get(held.info.id))
    updatePlans(this.unit, changed.filter(({ standing }) => standing !== null).map(planRowOf))
    const changes = changed.map((after) => ({ before: this.#before.get(after.info.id), after }))
    saveChanges(this.unit, changes)
    await wakeTimers(this.unit, changes)
    insertHistory(this.unit, this.#entries)
    const before = this.#before
    for (const held of changed) {
      const fresh = this.#entries.filter(({ caseId }) => caseId === held.info.id)
      this.unit.record([caseEvent(this.unit, held, { before: before.get(held.info.id), entries: fresh })])
      before.set(held.info.id, held)
    }
    this.#entries.splice(0)
  }

  #get(id: string): HeldCase {
    const held = this.#now.get(id)
    if (!held) throw new TypeError(`the case ${id} is not loaded`)
    return held
  }

  #context(held: HeldCase, speaker: CaseSpeaker): SayContext {
    const { now } = this.unit
    const { timeZone } = held.info
    if (held.standing) graphAt(held.standing.graph, { now, zone: timeZone })
    return {
      ...{ now, speaker, dueOf: dueOf(timeZone, now) },
      compile: (model) => this.#compile(held, model, now),
    }
  }

  #compile({ info }: HeldCase, model: CaseStanding['model'], now: number): ReturnType<typeof compilePlan> {
    const made = compilePlan(model)
    return made.ok ? { ok: true, value: graphAt(made.value, { now, zone: info.timeZone }) } : made
  }

  #put(
    held: HeldCase,
    change: { readonly standing: CaseStanding; readonly entry: CaseEntry; readonly modelId: string },
  ): void {
    const { standing, entry, modelId } = change
    const seq = held.entries + 1
    const { id } = held.info
    this.#now.set(id, { ...held, standing, modelId, entries: seq, version: held.version + 1 })
    this.#entries.push({ caseId: id, seq, entry })
  }

  #itemOf(held: HeldCase, rowId: number) {
    return held.items.get(held.carriers.get(rowId)?.itemId ?? '')
  }

  /** What people are to do opens items, what they need not do any more archives them. */
  #follow(id: string, demand: CaseDemand): void {
    const held = this.#get(id)
    const node = held.standing?.graph.nodes[held.standing.graph.indexOf.get(demand.defId) ?? -1]
    if (node?.kind !== 'humanTask') return
    if (demand.kind === 'begin-work') this.#begin(held, demand)
    if (demand.kind === 'end-work' && demand.by !== 'complete')
      this.#archive(held.carriers.get(demand.itemId)?.itemId ?? null)
  }

  #begin(held: HeldCase, { itemId: rowId, defId }: Extract<CaseDemand, { kind: 'begin-work' }>): void {
    const { id } = held.info
    const known = held.carriers.get(rowId)?.itemId ?? null
    const adopted = held.adopted.get(defId)
    const row = held.standing?.state.items.find((one) => one.id === rowId)
    if (!row || !held.standing) return
    const itemId = known ?? adopted?.itemId ?? this.unit.newId<'WorkItem'>()
    const carriers = new Map(held.carriers).set(rowId, { ...NO_CARRIER, itemId })
    const left = new Map(held.adopted)
    left.delete(defId)
    this.#now.set(id, { ...held, carriers, adopted: left })
    if (known !== null) this.#restored.add(known)
    else if (!adopted) this.#opened.set(itemId, newItem(this.unit, held, { row, itemId }))
    else if (adopted.isDone) this.say(id, { kind: 'complete', itemId: rowId, values: {} })
  }

  #archive(itemId: string | null): void {
    if (itemId === null) return
    // What was opened in the same act was never there.
    if (!this.#opened.delete(itemId)) this.#archived.add(itemId)
  }

  #restore(item: CarryingItem | undefined): void {
    if (item?.isArchived) this.#restored.add(item.id)
  }

  /** Items are opened and archived for nobody in particular. */
  async #carryOut(): Promise<void> {
    const engine: Unit = { ...this.unit, actor: ENGINE }
    const [opened, archived, restored] = [
      [...this.#opened.values()],
      [...this.#archived],
      [...this.#restored],
    ]
    this.#opened.clear()
    this.#archived.clear()
    this.#restored.clear()
    await openItems(engine, opened)
    await archiveItems(engine, archived)
    await restoreItems(engine, restored)
  }
}

/** Of the rows of a case: those that were not active before a step that is taken back, and those that were. */
function difference(rows: readonly PlanItemRow[], before: ReadonlyMap<number, PlanItemRow>) {
  const was = (row: PlanItemRow) => before.get(row.id)?.state === 'active'
  return {
    gone: rows.filter((row) => row.state === 'active' && !was(row)),
    back: rows.filter((row) => row.state !== 'active' && was(row)),
  }
}

function isBegun({ stateGroup, isArchived }: { stateGroup: string; isArchived: boolean }): boolean {
  return !isArchived && stateGroup !== 'backlog' && stateGroup !== 'ready'
}
