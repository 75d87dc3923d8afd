import { operations } from '@millrace/contract'
import type { DmnModel } from '@millrace/core/decision'
import { checkVersion, command, Refused, refuse, type Unit } from '../../../platform/commands/index.ts'
import { DecisionSet, decisionEvent } from '../decisions/decision-set.ts'
import { presentDecisions } from '../decisions/present-decisions.ts'
import { findFault, keysOf, modelOf } from '../decisions/publishable.ts'
import { type DecisionFacts, findDecisionsOf } from '../queries/find-decisions.ts'
import { type DecisionModel, insertDecisionVersions, type NewDecisionVersion } from '../store/decisions.ts'

/** Decision models of one process that are not archived. */
const DECISIONS_MAX = 200

/** Adds decision models, or changes their drafts. */
export const saveDecision = command(operations['process.saveDecision'], async (unit, inputs) => {
  const set = await DecisionSet.load(
    unit,
    inputs.map(({ id }) => id),
    inputs.map(({ containerId }) => containerId),
  )
  const room = await countLive(
    unit,
    inputs.map(({ containerId }) => containerId),
  )
  const saved = inputs.map((input, index) => {
    const { id, containerId, name, dmn } = input
    set.home(containerId, index)
    const before = set.find(id)
    if (before && before.processId !== containerId) refuse('platform.exists', { what: 'decision' }, index)
    if (before) {
      checkVersion({ version: before.version, what: 'decision' }, input, index)
      set.live(id, index)
    } else takeRoom(room, containerId, index)
    const keys = keysOf(modelOf({ name, xml: dmn }, index))
    const fresh = { id, processId: containerId, createdAt: unit.now, archivedAt: null, version: 0 }
    return set.put({ ...{ changedAt: unit.now, changedBy: null, ...fresh, ...before }, name, xml: dmn, keys })
  })
  await set.save()
  unit.record(saved.map((model) => decisionEvent(unit, 'process.decision_saved', model)))
  return await presentDecisions(unit, ids(saved))
})

/** Makes drafts versions that instances are answered by. */
export const publishDecision = command(operations['process.publishDecision'], async (unit, inputs) => {
  const set = await DecisionSet.load(unit, ids(inputs))
  const models = inputs.map((input, index) => {
    const model = set.live(input.id, index)
    checkVersion({ version: model.version, what: 'decision' }, input, index)
    return model
  })
  const facts = await factsBeside(unit, models)
  const versions = models.map((model, index): NewDecisionVersion => {
    const { published } = facts.find((one) => one.model.id === model.id) ?? { published: null }
    if (published?.isSame) {
      refuse('process.decision_unchanged', { model: model.name, number: published.number }, index)
    }
    checkPublishable(model, { facts, index })
    const keys = model.keys.map(({ key }) => key)
    const note = inputs[index]?.note ?? ''
    return { decisionId: model.id, number: (published?.number ?? 0) + 1, xml: model.xml, keys, note }
  })
  await insertDecisionVersions(unit, versions)
  models.forEach((model) => set.put(model))
  await set.save()
  unit.record(models.map((model) => decisionEvent(unit, 'process.decision_published', model)))
  return await presentDecisions(unit, ids(inputs))
})

/** Archives decision models. */
export const removeDecision = command(operations['process.removeDecision'], async (unit, inputs) => {
  const set = await DecisionSet.load(unit, ids(inputs))
  const gone = inputs.map(({ id }, index) => {
    const model = set.get(id, index)
    return model.archivedAt === null ? set.put({ ...model, archivedAt: unit.now }) : model
  })
  await set.save()
  unit.record(gone.map((model) => decisionEvent(unit, 'process.decision_removed', model)))
  return await presentDecisions(unit, ids(inputs))
})

/** Brings archived decision models back. */
export const restoreDecision = command(operations['process.restoreDecision'], async (unit, inputs) => {
  const set = await DecisionSet.load(unit, ids(inputs))
  const models = inputs.map(({ id }, index) => set.get(id, index))
  const facts = await factsBeside(unit, models)
  const room = await countLive(
    unit,
    models.map(({ processId }) => processId),
  )
  const back = models.map((model, index) => {
    if (model.archivedAt === null) return model
    takeRoom(room, model.processId, index)
    const isPublished = facts.some((one) => one.model.id === model.id && one.published !== null)
    if (isPublished) refuseTakenKeys(model, { facts, index })
    return set.put({ ...model, archivedAt: null })
  })
  await set.save()
  unit.record(back.map((model) => decisionEvent(unit, 'process.decision_restored', model)))
  return await presentDecisions(unit, ids(inputs))
})

function ids(things: readonly { readonly id: string }[]): readonly string[] {
  return things.map(({ id }) => id)
}

async function factsBeside(unit: Unit, models: readonly DecisionModel[]): Promise<readonly DecisionFacts[]> {
  const processIds = [...new Set(models.map(({ processId }) => processId))]
  return await findDecisionsOf(unit.tx, unit.organisationId, processIds)
}

async function countLive(unit: Unit, processIds: readonly string[]): Promise<Map<string, number>> {
  const facts = await findDecisionsOf(unit.tx, unit.organisationId, [...new Set(processIds)])
  const counts = new Map<string, number>()
  for (const { model } of facts) {
    if (model.archivedAt === null) counts.set(model.processId, (counts.get(model.processId) ?? 0) + 1)
  }
  return counts
}

function takeRoom(counts: Map<string, number>, processId: string, index: number): void {
  const count = (counts.get(processId) ?? 0) + 1
  if (count > DECISIONS_MAX) refuse('process.too_many_decisions', { max: DECISIONS_MAX }, index)
  counts.set(processId, count)
}

type Beside = { readonly facts: readonly DecisionFacts[]; readonly index: number }

/** Nothing is published that could not be decided, or not be told from another decision. */
function checkPublishable(model: DecisionModel, { facts, index }: Beside): void {
  const own = modelOf(model, index)
  if (own.decisions.length === 0) refuse('process.decision_empty', { model: model.name }, index)
  refuseTakenKeys(model, { facts, index })
  const refusal = findFault(own, besides(model, facts, index))
  if (refusal) throw new Refused(refusal, index)
}

function besides(
  { id, processId }: DecisionModel,
  facts: readonly DecisionFacts[],
  index: number,
): readonly DmnModel[] {
  return facts
    .filter(({ model }) => model.processId === processId && model.id !== id && model.archivedAt === null)
    .map(({ model }) => modelOf(model, index))
}

function refuseTakenKeys(model: DecisionModel, { facts, index }: Beside): void {
  const others = facts.filter(
    (one) =>
      one.model.processId === model.processId &&
      one.model.id !== model.id &&
      one.model.archivedAt === null &&
      one.published !== null,
  )
  for (const { key } of model.keys) {
    const other = others.find((one) => one.model.keys.some((known) => known.key === key))
    if (!other) continue
    refuse('process.decision_key_taken', { key, model: model.name, other: other.model.name }, index)
  }
}
