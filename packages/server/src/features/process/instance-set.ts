import type { Actor, Id } from '@millrace/core/kernel'
import {
  type Activity,
  carryOn,
  type HistoryEntry,
  type InstanceSnapshot,
  NOT_STARTED,
  type NotFitting,
  newInstance,
  type ProcessCommand,
  type ProcessContext,
  type ProcessDecision,
  type ProcessEffect,
  type ProcessInstance,
  type ProcessStep,
  takeBack,
} from '@millrace/core/process'
import type { Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { archiveItems, openItems } from '../work/index.ts'
import { askForKeptMessages } from './ask-for-kept-messages.ts'
import { ENGINE, type OthersWork, type RunningSet, type Start } from './doers/doer.ts'
import { DOERS } from './doers/index.ts'
import { keptOf, stateOf } from './engine-state.ts'
import { type Compiled, graphAt } from './graphs.ts'
import { keepSuspended } from './keep-suspended.ts'
import { findHistory } from './queries/find-engine-rows.ts'
import { findHomes, type Home, readLastNumbers } from './queries/find-homes.ts'
import type { InstanceOfProcess } from './queries/find-instances.ts'
import { loadModels } from './queries/find-models.ts'
import { findParts, partsById } from './queries/find-parts.ts'
import { findStepsOf } from './queries/find-steps.ts'
import { type Rewritten, saveEngineRows } from './store/engine-rows.ts'
import {
  deleteActivities,
  insertInstances,
  lockInstances,
  saveActivities,
  toInstance,
  updateInstances,
} from './store/instances.ts'
import { Timers } from './times/timers.ts'

/**
 * The instances a group of decisions is about: loaded and locked at once, changed in memory, written at once, and the
 * effects carried out, all items of the group in one go. Whatever lets instances go on does it through here.
 */
export class InstanceSet implements RunningSet {
  readonly unit: Unit
  readonly #timers: Timers
  readonly #homes = new Map<string, Home>()
  readonly #steps = new Map<string, ReadonlyMap<string, ProcessStep>>()
  readonly #models = new Map<string, Compiled>()
  readonly #numbers = new Map<string, number>()
  readonly #before = new Map<string, InstanceSnapshot>()
  readonly #now = new Map<string, InstanceSnapshot>()
  readonly #byItem = new Map<string, Set<string>>()
  readonly #history = new Map<string, readonly HistoryEntry[]>()
  readonly #entries = new Map<string, HistoryEntry[]>()
  readonly #startedItemIds = new Set<Id<'WorkItem'>>()
  readonly #items: ProcessEffect[] = []
  #others: OthersWork[] = []
  readonly #over: ProcessInstance[] = []
  readonly #later: (() => void)[] = []

  constructor(unit: Unit) {
    this.unit = unit
    this.#timers = new Timers(unit)
  }

  /** Locks the instances with these ids, and those that called them; ids that do not exist are simply absent. */
  static async load(unit: Unit, ids: readonly string[]): Promise<InstanceSet> {
    const set = new InstanceSet(unit)
    await set.add(ids)
    return set
  }

  /** The same of instances whose processes are known already, which spares asking for them afterwards. */
  static async loadOf(unit: Unit, instances: readonly InstanceOfProcess[]): Promise<InstanceSet> {
    const set = new InstanceSet(unit)
    await set.add(
      instances.map(({ instance_id: id }) => id),
      instances.map(({ process_id: id }) => id),
    )
    return set
  }

  /** Locks further instances. Whoever does so has to be sure that they are younger than those it holds. */
  async add(ids: readonly string[], processIds: readonly string[] = []): Promise<void> {
    // What is given after the lock is answered as of then: nothing of it has to wait for the lock to be told.
    const [locked, parts] = await Promise.all([
      lockInstances(this.unit, ids),
      findParts(this.unit, ids),
      this.know({ processIds, modelIds: [] }),
    ])
    const rows = locked.filter(({ id }) => !this.#now.has(id))
    const asked = new Set(ids)
    const callers = rows.filter(({ id }) => !asked.has(id)).map(({ id }) => id)
    const [more] = await Promise.all([
      findParts(this.unit, callers),
      this.know({ processIds: rows.map((row) => row.process_id), modelIds: rows.map((row) => row.model_id) }),
    ])
    const partsOf = partsById([parts, more])
    for (const row of rows) {
      const { activities, ...stand } = partsOf(row.id)
      const snapshot: InstanceSnapshot = {
        instance: toInstance(row),
        engine: stateOf({ instance: row, ...stand }, this.modelOf(row.model_id).graph),
        activities,
        entries: row.entries,
      }
      for (const { isStarted, itemId } of activities) if (isStarted) this.#startedItemIds.add(itemId)
      this.#before.set(row.id, snapshot)
      this.#now.set(row.id, snapshot)
      this.#index(snapshot.activities)
    }
  }

  /** Makes processes and versions known that instances run by or are to begin with. */
  async know(what: {
    readonly processIds: readonly string[]
    readonly modelIds: readonly string[]
  }): Promise<void> {
    const { tx, organisationId } = this.unit
    const processIds = [...new Set(what.processIds)].filter((id) => !this.#homes.has(id))
    const modelIds = [...new Set(what.modelIds)].filter((id) => !this.#models.has(id))
    const [homes, steps, models] = await Promise.all([
      processIds.length === 0 ? new Map<string, Home>() : findHomes(this.unit, processIds),
      processIds.length === 0 ? [] : findStepsOf(tx, organisationId, processIds),
      loadModels(tx, organisationId, modelIds),
    ])
    for (const [id, home] of homes) this.#homes.set(id, home)
    for (const [id, model] of models) this.#models.set(id, model)
    await this.#timers.learn([...models.values()].map(({ graph }) => graph))
    for (const [id, own] of Map.groupBy(steps, ({ processId }) => processId))
      this.#steps.set(id, new Map(own.map((step) => [step.elementId, step])))
  }

  /** Makes ready to begin instances of processes that are locked: they are numbered one after the other. */
  async count(processIds: readonly string[]): Promise<void> {
    const fresh = processIds.filter((id) => !this.#numbers.has(id))
    const last = fresh.length === 0 ? new Map<string, number>() : await readLastNumbers(this.unit, fresh)
    for (const id of fresh) this.#numbers.set(id, last.get(id) ?? 0)
  }

  find(id: string): InstanceSnapshot | undefined {
    return this.#now.get(id)
  }

  /** The instances as they are now. */
  all(): readonly InstanceSnapshot[] {
    return [...this.#now.values()]
  }

  /** The loaded instances in which an item carries out a step. */
  findByItem(itemId: string): readonly InstanceSnapshot[] {
    return [...(this.#byItem.get(itemId) ?? [])].flatMap((id) => this.#now.get(id) ?? [])
  }

  /** Where the clocks of a process stand that is known. */
  zoneOf(processId: string): string {
    return this.#homes.get(processId)?.timeZone ?? 'UTC'
  }

  /** A version that is known. */
  modelOf(modelId: string): Compiled {
    const model = this.#models.get(modelId)
    if (!model) throw new TypeError(`the version ${modelId} is not loaded`)
    return model
  }

  /** The steps of a process that a version has, in the order of the outline. */
  stepIdsOf(processId: string, modelId: string): ProcessInstance['stepIds'] {
    const { graph } = this.modelOf(modelId)
    return [...(this.#steps.get(processId)?.values() ?? [])]
      .filter(({ elementId }) => graph.indexOf.has(elementId))
      .toSorted((one, other) => (one.rank < other.rank ? -1 : 1))
      .map(({ id }) => id)
  }

  /** Begins an instance of a process and a version that are known, and counted. */
  start({ given, values, at, actor }: Start): InstanceSnapshot {
    const stepIds = this.stepIdsOf(given.processId, given.modelId)
    const number = (this.#numbers.get(given.processId) ?? 0) + 1
    this.#numbers.set(given.processId, number)
    const instance = newInstance({ ...given, number, stepIds }, this.unit.now)
    const snapshot: InstanceSnapshot = { instance, engine: NOT_STARTED, activities: [], entries: 0 }
    this.#now.set(instance.id, snapshot)
    const command: ProcessCommand = { kind: 'start', variables: values, ...(at === undefined ? {} : { at }) }
    const fault = this.tell(instance.id, command, actor)
    if (fault !== null) throw new TypeError(`a new instance cannot begin: ${fault}`)
    return this.find(instance.id) ?? snapshot
  }

  /**
   * Says something to an instance, which goes on until it stands still.
   *
   * @returns what does not fit, and nothing has changed
   */
  tell(id: string, command: ProcessCommand, actor: Actor = ENGINE): NotFitting | 'no-instance' | null {
    const snapshot = this.#now.get(id)
    if (!snapshot) return 'no-instance'
    const told = carryOn(snapshot, command, this.contextOf(snapshot.instance, actor))
    if (!told.ok) return told.fault
    this.put(told.decision)
    return null
  }

  /** Makes known how the instances of some items came where they are, so that their last steps can be taken back. */
  async recall(itemIds: readonly string[]): Promise<void> {
    const ids = [...new Set(itemIds.flatMap((itemId) => [...(this.#byItem.get(itemId) ?? [])]))]
    if (ids.length === 0) return
    const kept = await findHistory(this.unit.tx, this.unit.organisationId, ids)
    for (const [id, history] of kept) this.#history.set(id, history)
    const modelIds = [...kept.values()].flatMap((history) => history.map((entry) => entry.modelId))
    await this.know({ processIds: [], modelIds })
  }

  /** Takes the last step of recalled instances back whose item was reopened; what is not to be taken back stays. */
  takeBack(itemId: string): void {
    for (const snapshot of this.findByItem(itemId)) {
      const { id, processId } = snapshot.instance
      const decision = takeBack(snapshot, itemId, {
        ...this.contextOf(snapshot.instance, ENGINE),
        history: [...(this.#history.get(id) ?? []), ...(this.#entries.get(id) ?? [])],
        graphOf: (modelId, at) => graphAt(this.modelOf(modelId), { at, zone: this.zoneOf(processId) }),
        startedItemIds: this.#startedItemIds,
      })
      if (decision) this.put(decision)
    }
  }

  afterwards(write: () => void): void {
    this.#later.push(write)
  }

  /** Takes a decision over. */
  put({ events, effects, entry, ...snapshot }: ProcessDecision): void {
    const { instance } = snapshot
    const wasRunning = this.#now.get(instance.id)?.instance.state === 'running'
    this.#now.set(instance.id, snapshot)
    this.#index(snapshot.activities)
    this.#entries.set(instance.id, [...(this.#entries.get(instance.id) ?? []), entry])
    this.unit.record(events)
    for (const effect of effects) {
      if (effect.kind === 'open-work-item' || effect.kind === 'archive-work-item') this.#items.push(effect)
      else this.#others.push(effect)
    }
    if (wasRunning && instance.state !== 'running' && instance.parent) this.#over.push(instance)
  }

  /** Writes everything, one statement a table, after all that is to be done at once was done. */
  async save(): Promise<void> {
    await this.#doOthersWork()
    const rewritten = [...this.#entries].flatMap(([id, entries]): Rewritten[] => {
      const after = this.#now.get(id)
      if (!after) return []
      return [
        { before: this.#before.get(id), after, entries, graph: this.modelOf(after.instance.modelId).graph },
      ]
    })
    const stored = (changes: readonly Rewritten[]) =>
      changes.map(({ after, graph }) => ({
        instance: after.instance,
        kept: { ...keptOf(after.engine, graph), entries: after.entries },
      }))
    insertInstances(this.unit, stored(rewritten.filter(({ before }) => !before)))
    updateInstances(this.unit, stored(rewritten.filter(({ before }) => before)))
    saveEngineRows(this.unit, rewritten)
    for (const write of this.#later.splice(0)) write()
    await keepSuspended(this.unit, rewritten)
    await this.#timers.wake(rewritten)
    await this.#carryOut()
    this.#saveActivities(rewritten)
    await askForKeptMessages(this.unit, rewritten)
    this.#entries.clear()
    for (const { after } of rewritten) this.#before.set(after.instance.id, after)
  }

  #saveActivities(rewritten: readonly Rewritten[]): void {
    const kept = rewritten.flatMap(({ after }) => after.activities)
    const earlier = rewritten.flatMap(({ before }) => before?.activities ?? [])
    deleteActivities(this.unit, missingFrom(kept, earlier))
    const known = new Set(earlier)
    saveActivities(
      this.unit,
      kept.filter((activity) => !known.has(activity)),
    )
  }

  /** What is done by no person may let instances go on, which asks for more. */
  async #doOthersWork(): Promise<void> {
    while (this.#others.length > 0 || this.#over.length > 0) {
      for (const { id, state, parent } of this.#over.splice(0))
        if (parent) this.#endCall({ id, state, parent })
      const work = this.#others
      this.#others = []
      for (const doer of DOERS) {
        const own = work.filter((one) => doer.does(one))
        if (own.length > 0) await doer.carry(this, own)
      }
    }
  }

  /** Whoever called goes on with what the called process knew at its end. */
  #endCall({
    id,
    state,
    parent,
  }: Pick<ProcessInstance, 'id' | 'state'> & { parent: NonNullable<ProcessInstance['parent']> }): void {
    const { instanceId, tokenId } = parent
    const values = this.#now.get(id)?.engine.scopes[0]?.variables ?? {}
    if (state === 'finished') this.tell(instanceId, { kind: 'complete', tokenId, values })
    // Where it was the caller who ended it, the token is no more, and this comes too late.
    else this.tell(instanceId, { kind: 'throw', tokenId, code: `process.call_${state}`, values })
  }

  /** The engine opens and archives items by itself, for nobody in particular. */
  async #carryOut(): Promise<void> {
    const engine: Unit = { ...this.unit, actor: ENGINE }
    const items = this.#items.splice(0)
    const archived = new Set(items.flatMap((one) => (one.kind === 'archive-work-item' ? [one.itemId] : [])))
    const opened = items.flatMap((one) => (one.kind === 'open-work-item' ? [one.item] : []))
    await openItems(
      engine,
      opened.map((item) => ({ ...item, stateId: this.#homes.get(item.containerId)?.readyStateId })),
    )
    await archiveItems(engine, [...archived])
  }

  /** For core: who and when, the model and its steps; days are those of the organisation. */
  contextOf(instance: ProcessInstance, actor: Actor): ProcessContext {
    const { now, newId } = this.unit
    const zone = this.zoneOf(instance.processId)
    const graph = graphAt(this.modelOf(instance.modelId), { at: now, zone })
    const steps = this.#steps.get(instance.processId) ?? new Map()
    const dueOf = this.#timers.dueOf(zone)
    return { now, actor, newId, graph, steps, dueOf, dayOf: (at) => dayOf(at, zone) }
  }

  #index(activities: readonly Activity[]): void {
    for (const { itemId, instanceId } of activities)
      this.#byItem.set(itemId, (this.#byItem.get(itemId) ?? new Set()).add(instanceId))
  }
}

function missingFrom(kept: readonly Activity[], earlier: readonly Activity[]): readonly string[] {
  const ids = new Set(kept.map((activity) => activity.id))
  return earlier.map((activity) => activity.id).filter((id) => !ids.has(id))
}
