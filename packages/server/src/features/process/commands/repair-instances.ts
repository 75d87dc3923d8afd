import { operations, type ParsedInputOf, type RefusalCode } from '@millrace/contract'
import type { NotFitting, ProcessCommand } from '@millrace/core/process'
import { checkVersion, command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { homeFor } from '../policy.ts'
import { presentInstance } from '../present.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { findProcessIds, lockOpenItemsOf } from '../queries/find-instances.ts'
import { repairEvent } from '../repair-event.ts'

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
  const processIds = await findProcessIds(unit.tx, unit.organisationId, ids)
  const homes = await lockHomes(unit, [...new Set(processIds.values())])
  repairs.forEach(({ id }, index) => {
    const processId = processIds.get(id) ?? refuse('platform.not_found', { what: 'instance' }, index)
    homeFor(unit, homes, { id: processId, permission: 'container.manage', index })
  })
  await lockOpenItemsOf(unit.tx, unit.organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  repairs.forEach(({ id, version, reason, command: commandFor }, index) => {
    const snapshot = set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)
    checkVersion({ version: snapshot.instance.version, what: 'instance' }, { version }, index)
    const said = commandFor(set)
    const fault = set.tell(id, said, { actor: unit.actor, reason })
    if (fault !== null) refuseFault(fault, { said, title: snapshot.instance.title, index, state: snapshot.instance.state })
    unit.record([repairEvent(unit, snapshot.instance, { act: said.kind, reason })])
  })
  await set.save()
  return ids.map((id, index) =>
    presentInstance(set.find(id) ?? refuse('platform.not_found', { what: 'instance' }, index)),
  )
}

type About = {
  readonly said: ProcessCommand
  readonly title: string
  readonly state: string
  readonly index: number
}

function refuseFault(fault: NotFitting | 'no-instance', { said, title, state, index }: About): never {
  if (fault === 'over') return refuse('process.instance_over', { title, state }, index)
  if (fault === 'no-node')
    return refuse('process.no_such_place', { to: said.kind === 'move' ? said.at : '' }, index)
  const code: RefusalCode = fault === 'not-stuck' ? 'process.not_stuck' : 'process.repair_gone'
  return refuse(code, { title }, index)
}
