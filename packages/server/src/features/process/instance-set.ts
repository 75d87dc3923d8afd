import type { Actor, Id } from '@millrace/core/kernel'
import type {
  Activity,
  InstanceSnapshot,
  ProcessContext,
  ProcessDecision,
  ProcessEffect,
  ProcessStep,
} from '@millrace/core/process'
import type { Unit } from '../../platform/commands/index.ts'
import { dayOf } from '../../platform/time-zone.ts'
import { archiveItems, openItems } from '../work/index.ts'
import { findHomes, type Home } from './queries/find-homes.ts'
import { findActivitiesOf } from './queries/find-instances.ts'
import { findSteps } from './queries/find-steps.ts'
import {
  deleteActivities,
  insertInstances,
  lockInstances,
  saveActivities,
  updateInstances,
} from './store/instances.ts'

const ENGINE: Actor = { kind: 'engine', engine: 'process' }

/** What the decisions about some instances need to know. */
type Known = {
  readonly homes: ReadonlyMap<string, Home>
  readonly steps: readonly ProcessStep[]
  readonly snapshots: readonly InstanceSnapshot[]
  readonly startedItemIds: ReadonlySet<Id<'WorkItem'>>
}

/**
 * The instances a group of decisions is about: loaded and locked at once, changed in memory, written
 * at once, and then the effects carried out, all items of the group in one go.
 */
export class InstanceSet {
  readonly startedItemIds: ReadonlySet<Id<'WorkItem'>>
  private readonly unit: Unit
  private readonly homes: ReadonlyMap<string, Home>
  private readonly steps: ReadonlyMap<string, ProcessStep>
  private readonly before: ReadonlyMap<string, InstanceSnapshot>
  private readonly now: Map<string, InstanceSnapshot>
  private readonly byItem: ReadonlyMap<string, readonly string[]>
  private readonly effects: ProcessEffect[] = []

  constructor(unit: Unit, known: Known) {
    this.unit = unit
    this.homes = known.homes
    this.steps = new Map(known.steps.map((step) => [step.id, step]))
    this.before = new Map(known.snapshots.map((snapshot) => [snapshot.instance.id, snapshot]))
    this.now = new Map(this.before)
    this.byItem = instancesByItem(known.snapshots)
    this.startedItemIds = known.startedItemIds
  }

  /** Locks the instances with these ids; ids of instances that do not exist are simply absent. */
  static async load(unit: Unit, ids: readonly string[]): Promise<InstanceSet> {
    const { tx, organisationId } = unit
    const instances = await lockInstances(unit, ids)
    const activities = await findActivitiesOf(tx, organisationId, ids)
    const byInstance = Map.groupBy(activities, (activity) => activity.instanceId)
    return new InstanceSet(unit, {
      homes: await findHomes(unit, [...new Set(instances.map((instance) => instance.processId))]),
      steps: await findSteps(tx, organisationId, [...new Set(instances.flatMap((one) => one.stepIds))]),
      snapshots: instances.map((instance) => ({ instance, activities: byInstance.get(instance.id) ?? [] })),
      startedItemIds: new Set(
        activities.flatMap((activity) => (activity.isStarted ? [activity.itemId] : [])),
      ),
    })
  }

  find(id: string): InstanceSnapshot | undefined {
    return this.now.get(id)
  }

  /** The loaded instances in which an item carries out a step. */
  findByItem(itemId: string): readonly InstanceSnapshot[] {
    return (this.byItem.get(itemId) ?? []).flatMap((id) => this.now.get(id) ?? [])
  }

  /** For core: who and when, and the steps; days are those of the organisation. */
  context(processId: string, actor: Actor): ProcessContext {
    const timeZone = this.homes.get(processId)?.timeZone ?? 'UTC'
    const { now, newId } = this.unit
    return { now, actor, newId, steps: this.steps, dayOf: (at) => dayOf(at, timeZone) }
  }

  /** Takes a decision over. */
  put(decision: ProcessDecision): InstanceSnapshot {
    const { instance, activities, events, effects } = decision
    const snapshot = { instance, activities }
    this.now.set(instance.id, snapshot)
    this.effects.push(...effects)
    this.unit.record(events)
    return snapshot
  }

  /** Writes everything, one statement a table, and opens and archives the items that were asked for. */
  async save(): Promise<void> {
    const changed = [...this.now.values()].filter((one) => this.before.get(one.instance.id) !== one)
    const instances = changed.map(({ instance }) => instance)
    await insertInstances(
      this.unit,
      instances.filter(({ id }) => !this.before.has(id)),
    )
    await updateInstances(
      this.unit,
      instances.filter((one) => this.isOlderThan(one)),
    )
    await this.carryOut()
    const kept = changed.flatMap(({ activities }) => activities)
    const earlier = changed.flatMap(({ instance }) => this.before.get(instance.id)?.activities ?? [])
    await deleteActivities(this.unit, missingFrom(kept, earlier))
    const known = new Set(earlier)
    await saveActivities(
      this.unit,
      kept.filter((activity) => !known.has(activity)),
    )
  }

  private isOlderThan(instance: InstanceSnapshot['instance']): boolean {
    const before = this.before.get(instance.id)
    return before !== undefined && before.instance !== instance
  }

  /** The engine opens and archives items by itself, for nobody in particular. */
  private async carryOut(): Promise<void> {
    const engine: Unit = { ...this.unit, actor: ENGINE }
    const opened = this.effects.flatMap((effect) => (effect.kind === 'open-work-item' ? [effect.item] : []))
    await openItems(
      engine,
      opened.map((item) => ({ ...item, stateId: this.homes.get(item.containerId)?.readyStateId })),
    )
    await archiveItems(
      engine,
      this.effects.flatMap((effect) => (effect.kind === 'archive-work-item' ? [effect.itemId] : [])),
    )
  }
}

function missingFrom(kept: readonly Activity[], earlier: readonly Activity[]): readonly string[] {
  const ids = new Set(kept.map((activity) => activity.id))
  return earlier.map((activity) => activity.id).filter((id) => !ids.has(id))
}

function instancesByItem(snapshots: readonly InstanceSnapshot[]): ReadonlyMap<string, readonly string[]> {
  const activities = snapshots.flatMap((snapshot) => snapshot.activities)
  const grouped = Map.groupBy(activities, (activity) => activity.itemId)
  return new Map(
    [...grouped].map(([itemId, own]) => [itemId, [...new Set(own.map((one) => one.instanceId))]]),
  )
}
