import { operations, type ParsedInputOf, type RefusalCode } from '@millrace/contract'
import type { NotFitting, ProcessCommand, ProcessInstance } from '@millrace/core/process'
import { checkVersion, command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { presentInstance } from '../present.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import { suspendedRefusal } from '../refuse-suspended.ts'
import { repairEvent } from '../repair-event.ts'
import { tellByHand } from '../repair-set.ts'

type Repair = {
  readonly id: string
  readonly version?: number | undefined
  readonly reason: string
  readonly command: (set: InstanceSet) => ProcessCommand
}

/** Changes values of instances, which go on at once where they wait for that. */
export const writeValues = command(operations['process.writeValues'], async (unit, inputs) =>
  repair(
    unit,
    inputs.map(({ id, version, reason, scopeId, values }) => ({
      ...{ id, version, reason },
      command: (set) => ({
        kind: 'write',
        scopeId: scopeId ?? set.find(id)?.engine.scopes[0]?.id ?? 0,
        values,
      }),
    })),
  ),
)

/** Lets instances go on by hand. */
export const repairInstance = command(operations['process.repairInstance'], async (unit, inputs) =>
  repair(
    unit,
    inputs.map(({ id, version, reason, act }) => ({ id, version, reason, command: () => commandOf(act) })),
  ),
)

function commandOf(act: ParsedInputOf<(typeof operations)['process.repairInstance']>['act']): ProcessCommand {
  if (act.kind !== 'move') return act
  return { kind: 'move', tokenId: act.tokenId, at: act.to }
}

async function repair(unit: Unit, repairs: readonly Repair[]) {
  const ids = repairs.map(({ id }) => id)
  await lockOpenItemsOf(unit.tx, unit.organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  const refuseSuspended = await suspendedRefusal(set)
  repairs.forEach(({ id, version, reason, command: commandFor }, index) => {
    const snapshot = set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)
    const { instance } = snapshot
    const containerIds = [instance.processId]
    demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'instance' }, index)
    checkVersion({ version: instance.version, what: 'instance' }, { version }, index)
    const said = commandFor(set)
    const fault = tellByHand(set, snapshot, { command: said, by: { actor: unit.actor, reason } })
    if (fault === 'suspended') refuseSuspended(snapshot, index)
    if (fault !== null) refuseFault(fault, { said, instance, index })
    unit.record([repairEvent(unit, instance, { act: said.kind, reason })])
  })
  await set.save()
  return ids.map((id, index) =>
    presentInstance(set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)),
  )
}

type About = {
  readonly said: ProcessCommand
  readonly instance: Pick<ProcessInstance, 'title' | 'state'>
  readonly index: number
}

const CODES: Partial<Record<NotFitting, RefusalCode>> = {
  'not-stuck': 'process.not_stuck',
  'not-suspended': 'process.not_suspended',
}

function refuseFault(fault: NotFitting, { said, instance, index }: About): never {
  const { title, state } = instance
  if (fault === 'over') return refuse('process.instance_over', { title, state }, index)
  if (fault === 'no-node')
    return refuse('process.no_such_place', { to: said.kind === 'move' ? said.at : '' }, index)
  return refuse(CODES[fault] ?? 'process.repair_gone', { title }, index)
}
