import { operations } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import type { Suspension } from '@millrace/core/process'
import { command, refuse, type Unit } from '../../../platform/commands/index.ts'
import { askForDelivery } from '../deliver-job.ts'
import { homeFor, personOf } from '../policy.ts'
import { presentModel } from '../present.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { readModels } from '../queries/find-models.ts'
import { findVersions } from '../queries/find-versions.ts'
import { readSuspensions } from '../read-suspensions.ts'
import type { ProcessModel } from '../store/models.ts'
import { suspendModels } from '../store/suspend-models.ts'

type Wanted = { readonly containerId: string; readonly number: number; readonly reason: string }

/** No instance begins by these versions from now on; those that run go on. */
export const suspendVersion = command(operations['process.suspendVersion'], (unit, inputs) =>
  change(unit, inputs, (reason) => ({ at: unit.now, by: personOf(unit), reason })),
)

/** Instances begin by these versions again; messages that were kept for it meanwhile begin them at once. */
export const resumeVersion = command(operations['process.resumeVersion'], async (unit, inputs) => {
  const views = await change(unit, inputs, () => null)
  await askForDelivery(unit)
  return views
})

async function change(
  unit: Unit,
  inputs: readonly Wanted[],
  suspensionFor: (reason: string) => Suspension | null,
) {
  const homes = await lockHomes(unit, [...new Set(inputs.map(({ containerId }) => containerId))])
  const models = await findNamed(unit, inputs)
  const wordsOf = await readSuspensions(
    unit,
    [...models.values()].map((model) => model.suspension),
  )
  const changed = inputs.map(({ containerId, number, reason }, index) => {
    const { name } = homeFor(unit, homes, { id: containerId, permission: 'container.manage', index })
    const place = placeOf(containerId, number)
    const model = models.get(place) ?? refuse('platform.not_found', { what: 'version' }, index)
    const suspension = suspensionFor(reason)
    if (suspension === null && model.suspension === null)
      refuse('process.not_suspended', { title: `${name} ${String(number)}` }, index)
    if (suspension !== null && model.suspension !== null)
      refuse('process.version_suspended', { name, number, ...wordsOf(model.suspension) }, index)
    const after: ProcessModel = { ...model, suspension, version: model.version + 1 }
    models.set(place, after)
    return { model: after, reason }
  })
  suspendModels(
    unit,
    changed.map(({ model }) => model),
  )
  unit.record(changed.map((one) => modelEvent(unit, one)))
  return changed.map(({ model }) => presentModel(model))
}

async function findNamed(unit: Unit, inputs: readonly Wanted[]): Promise<Map<string, ProcessModel>> {
  const { tx, organisationId } = unit
  const wanted = inputs.map(({ containerId: processId, number }) => ({ processId, number }))
  const found = await findVersions(tx, organisationId, wanted)
  const ids = [...new Set(found.map(({ id }) => id))]
  const models = await readModels(tx, organisationId, ids)
  return new Map(models.map((model) => [placeOf(model.processId, model.number ?? 0), model]))
}

function placeOf(processId: string, number: number): string {
  return `${processId} ${number}`
}

function modelEvent(
  unit: Unit,
  { model, reason }: { readonly model: ProcessModel; readonly reason: string },
): Event {
  const { id, processId, number, suspension } = model
  return {
    id: unit.newId<'Event'>(),
    kind: suspension === null ? 'process.version_resumed' : 'process.version_suspended',
    ...{ at: unit.now, actor: unit.actor, subject: { kind: 'model', id }, containerId: processId },
    data: { number, reason },
  }
}
