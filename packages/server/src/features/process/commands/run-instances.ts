import { operations } from '@millrace/contract'
import { checkVersion, command, demand, refuse } from '../../../platform/commands/index.ts'
import { finishItems } from '../../work/index.ts'
import { FormFiller } from '../fill-forms.ts'
import { InstanceSet } from '../instance-set.ts'
import { homeFor, personOf } from '../policy.ts'
import { presentInstance } from '../present.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { findFollowing, lockOpenItemsOf } from '../queries/find-instances.ts'
import { findLatest } from '../queries/find-models.ts'
import { readSuspensions } from '../read-suspensions.ts'
import { suspendedRefusal } from '../refuse-suspended.ts'

/** Starts instances of the newest versions. */
export const startInstance = command(operations['process.startInstance'], async (unit, inputs) => {
  const processIds = [...new Set(inputs.map((input) => input.containerId))]
  const homes = await lockHomes(unit, processIds)
  const latest = await findLatest(unit.tx, unit.organisationId, processIds)
  const versions = [...latest.values()]
  const modelIds = versions.map(({ id }) => id)
  const set = new InstanceSet(unit)
  await Promise.all([set.count(processIds), set.know({ processIds, modelIds })])
  const forms = await FormFiller.load(unit, set, modelIds)
  const wordsOf = await readSuspensions(
    unit,
    versions.map(({ suspension }) => suspension),
  )
  const ids = inputs.map((input, index) => {
    const process = homeFor(unit, homes, { id: input.containerId, permission: 'item.write', index })
    if (set.find(input.id)) refuse('platform.exists', { what: 'instance' }, index)
    if (process.state === 'closed') refuse('process.closed', { name: process.name }, index)
    const {
      id: modelId,
      number,
      suspension,
    } = latest.get(process.id) ?? refuse('process.not_published', { name: process.name }, index)
    if (suspension !== null)
      refuse('process.version_suspended', { name: process.name, number, ...wordsOf(suspension) }, index)
    if (!beginsByHand(set, modelId)) refuse('process.starts_by_event', { name: process.name }, index)
    const { id, title, dueAt, businessKey } = input
    const values = forms.start(modelId, process.id, { values: input.values, index })
    set.start({
      given: {
        ...{ id, processId: process.id, modelId, title, dueAt, businessKey },
        ...{ parent: null, startedBy: personOf(unit) },
      },
      values,
      actor: unit.actor,
    })
    return id
  })
  await forms.check([])
  await set.save()
  return ids.map((id, index) =>
    presentInstance(set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)),
  )
})

/** Whether there is somewhere to begin that waits for nothing. */
function beginsByHand(set: InstanceSet, modelId: string): boolean {
  const { nodes } = set.modelOf(modelId).graph
  const [root] = nodes
  if (!root) return false
  const starts = root.starts.filter((start) => nodes[start]?.event.kind === 'none')
  return starts.length > 0 || root.implicitStarts.length > 0
}

/** Finishes the items of steps, and tells their instances what came of it. */
export const completeStep = command(operations['process.completeStep'], async (unit, inputs) => {
  const itemIds = inputs.map(({ itemId }) => itemId)
  // Whoever moves an item locks it before its instance; which that is can be asked in the same breath.
  const [items, instances] = await Promise.all([
    finishItems(unit, itemIds),
    findFollowing(unit.tx, unit.organisationId, { itemIds, againIds: [] }),
  ])
  const set = await InstanceSet.loadOf(unit, instances)
  const modelIds = set.all().map(({ instance }) => instance.modelId)
  const forms = await FormFiller.load(unit, set, modelIds)
  const refuseSuspended = await suspendedRefusal(set)
  const ids = inputs.map(({ itemId, values: handedIn }, index) => {
    for (const snapshot of set.findByItem(itemId)) {
      const { instance, activities } = snapshot
      const open = activities.find((one) => one.itemId === itemId && one.closedAt === null)
      if (!open) continue
      refuseSuspended(snapshot, index)
      const values = forms.complete(snapshot, open.tokenId, { values: handedIn, index })
      set.tell(instance.id, { kind: 'complete', tokenId: open.tokenId, values }, unit.actor)
      return instance.id
    }
    return refuse('process.step_not_open', { key: items[index]?.key ?? itemId }, index)
  })
  await forms.check(itemIds)
  await set.save()
  return ids.map((id, index) =>
    presentInstance(set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)),
  )
})

/** Ends instances before their time. */
export const cancelInstance = command(operations['process.cancelInstance'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  await lockOpenItemsOf(unit.tx, unit.organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  inputs.forEach((input, index) => {
    const snapshot = set.find(input.id)
    if (!snapshot) return refuse('platform.not_found', { what: 'instance' }, index)
    const { processId, version, title, state } = snapshot.instance
    const containerIds = [processId]
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'instance' }, index)
    checkVersion({ version, what: 'instance' }, input, index)
    if (state !== 'running') refuse('process.instance_over', { title, state }, index)
    set.tell(input.id, { kind: 'cancel' }, unit.actor)
  })
  await set.save()
  return ids.map((id, index) =>
    presentInstance(set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)),
  )
})
