import { operations } from '@millrace/contract'
import { cancelInstance as decideCancel, startInstance as decideStart } from '@millrace/core/process'
import {
  accepted,
  checkVersion,
  command,
  demand,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { homeFor } from '../policy.ts'
import { presentInstance } from '../present.ts'
import { lockHomes, readLastNumbers } from '../queries/find-homes.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import { holdPresentSteps } from '../store/steps.ts'

/** Starts instances: each opens the item of its first step. */
export const startInstance = command(operations['process.startInstance'], async (unit, inputs) => {
  const processIds = [...new Set(inputs.map((input) => input.containerId))]
  const homes = await lockHomes(unit, processIds)
  const numbers = await readLastNumbers(unit, processIds)
  const steps = await holdPresentSteps(unit, processIds)
  const set = new InstanceSet(unit, { homes, steps, snapshots: [], startedItemIds: new Set() })
  const started = inputs.map((input, index) => {
    const process = homeFor(unit, homes, { id: input.containerId, permission: 'item.write', index })
    if (set.find(input.id)) refuse('platform.exists', { what: 'instance' }, index)
    const number = (numbers.get(process.id) ?? 0) + 1
    numbers.set(process.id, number)
    const { id, title, dueAt } = input
    const instance = { id, process, number, title, dueAt, startedBy: personOf(unit) }
    return set.put(accepted(decideStart(instance, set.context(process.id, unit.actor)), index))
  })
  await set.save()
  return started.map(presentInstance)
})

function personOf({ actor }: Unit): string | null {
  return 'personId' in actor ? actor.personId : null
}

/** Ends instances before their time. */
export const cancelInstance = command(operations['process.cancelInstance'], async (unit, inputs) => {
  const ids = inputs.map((input) => input.id)
  await lockOpenItemsOf(unit.tx, unit.organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  const cancelled = inputs.map((input, index) => {
    const snapshot = set.find(input.id)
    if (!snapshot) return refuse('platform.not_found', { what: 'instance' }, index)
    const { processId, version } = snapshot.instance
    const containerIds = [processId]
    demand(unit.principal.access, { permission: 'item.write', containerIds, what: 'instance' }, index)
    checkVersion({ version, what: 'instance' }, input, index)
    return set.put(accepted(decideCancel(snapshot, set.context(processId, unit.actor)), index))
  })
  await set.save()
  return cancelled.map(presentInstance)
})
