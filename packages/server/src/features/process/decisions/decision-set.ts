import type { Event } from '@millrace/core/kernel'
import { refuse, type Unit } from '../../../platform/commands/index.ts'
import { homeFor } from '../policy.ts'
import { type Home, lockHomes } from '../queries/find-homes.ts'
import { type DecisionModel, lockDecisions, saveDecisions } from '../store/decisions.ts'

/** Decision models that are changed together: their processes are locked first, then they. */
export class DecisionSet {
  readonly #unit: Unit
  readonly #homes: ReadonlyMap<string, Home>
  readonly #models: Map<string, DecisionModel>
  readonly #changed = new Set<string>()

  private constructor(
    unit: Unit,
    { homes, models }: { homes: ReadonlyMap<string, Home>; models: Map<string, DecisionModel> },
  ) {
    this.#unit = unit
    this.#homes = homes
    this.#models = models
  }

  /** @param processIds processes that models are added to */
  static async load(
    unit: Unit,
    ids: readonly string[],
    processIds: readonly string[] = [],
  ): Promise<DecisionSet> {
    const models = await lockDecisions(unit, ids)
    const all = [...models.values()].map(({ processId }) => processId)
    const homes = await lockHomes(unit, [...new Set([...processIds, ...all])])
    return new DecisionSet(unit, { homes, models })
  }

  /** The process, when the person may manage it. */
  home(id: string, index: number): Home {
    return homeFor(this.#unit, this.#homes, { id, permission: 'container.manage', index })
  }

  find(id: string): DecisionModel | undefined {
    return this.#models.get(id)
  }

  /** The model, when the person may manage its process. */
  get(id: string, index: number): DecisionModel {
    const model = this.#models.get(id)
    if (!model) return refuse('platform.not_found', { what: 'decision' }, index)
    this.home(model.processId, index)
    return model
  }

  /** The model, when it may be changed. */
  live(id: string, index: number): DecisionModel {
    const model = this.get(id, index)
    if (model.archivedAt !== null) refuse('process.decision_archived', { model: model.name }, index)
    return model
  }

  /** Keeps a change until it is saved; the version goes up. */
  put(model: DecisionModel): DecisionModel {
    const next = {
      ...{ ...model, changedAt: this.#unit.now, changedBy: this.#unit.principal.personId },
      version: (this.#models.get(model.id)?.version ?? 0) + 1,
    }
    this.#models.set(model.id, next)
    this.#changed.add(model.id)
    return next
  }

  async save(): Promise<void> {
    await saveDecisions(
      this.#unit,
      [...this.#changed].flatMap((id) => this.#models.get(id) ?? []),
    )
  }
}

/** What is told of a decision model. */
export function decisionEvent(
  unit: Unit,
  kind: `process.decision_${'saved' | 'published' | 'removed' | 'restored' | 'case_saved' | 'case_removed'}`,
  { id, processId, name }: DecisionModel,
): Event {
  return {
    ...{ id: unit.newId<'Event'>(), kind, at: unit.now, actor: unit.actor },
    ...{ subject: { kind: 'decision', id }, containerId: processId, data: { name } },
  }
}
