import { operations } from '@millrace/contract'
import { findPlanFaults } from '@millrace/core/process'
import { command, demand, refuse, type Unit } from '../../../platform/commands/index.ts'
import { BULK_JOB } from '../jobs/bulk-job-kind.ts'
import { homeFor } from '../policy.ts'
import { presentBulk } from '../present-repair.ts'
import type { Which } from '../queries/choose-instances.ts'
import { findBulks } from '../queries/find-bulks.ts'
import { lockHomes } from '../queries/find-homes.ts'
import { loadModels } from '../queries/find-models.ts'
import { findRunningVersions, findVersions } from '../queries/find-versions.ts'
import { type BulkAct, type BulkRow, insertBulks, lockBulks, updateBulks } from '../store/bulks.ts'

type Wanted = {
  readonly id: string
  readonly containerId: string
  readonly which: Which
  readonly reason: string
  readonly act: BulkAct
}

/** Begins to do the same to many instances. */
export const repairInstances = command(operations['process.repairInstances'], (unit, inputs) =>
  begin(unit, inputs),
)

/** Begins to take many instances to another version. */
export const migrateInstances = command(operations['process.migrateInstances'], async (unit, inputs) => {
  const { tx, organisationId } = unit
  const processIds = [...new Set(inputs.map(({ containerId }) => containerId))]
  const wanted = inputs.map(({ containerId: processId, to: number }) => ({ processId, number }))
  const targets = await findVersions(tx, organisationId, wanted)
  const running = await findRunningVersions(tx, organisationId, processIds)
  const ids = new Set([...targets, ...running].map(({ id }) => id))
  const models = await loadModels(tx, organisationId, [...ids])
  const graphOf = ({ id }: { readonly id: string }) => models.get(id)?.graph
  return await begin(
    unit,
    inputs.map(({ to, plan, ...rest }, index) => {
      const containerIds = [rest.containerId]
      demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'process' }, index)
      const own = (one: { readonly process_id: string }) => one.process_id === rest.containerId
      const target = targets.find((one) => own(one) && one.number === to)
      const graph = target && graphOf(target)
      if (!target || !graph) return refuse('platform.not_found', { what: 'version' }, index)
      const froms = running.filter(own).flatMap((one) => graphOf(one) ?? [])
      const [fault] = findPlanFaults([graph, ...froms], graph, plan)
      if (fault) refuse('process.plan_unknown_element', { element: fault.element }, index)
      return { ...rest, act: { kind: 'migrate', modelId: target.id, plan } }
    }),
  )
})

async function begin(unit: Unit, inputs: readonly Wanted[]) {
  const homes = await lockHomes(unit, [...new Set(inputs.map(({ containerId }) => containerId))])
  const ids = inputs.map(({ id }) => id)
  const known = new Set((await findBulks(unit.tx, unit.organisationId, ids)).map(({ id }) => id))
  const rows = inputs.map((input, index): BulkRow => {
    homeFor(unit, homes, { id: input.containerId, permission: 'container.manage', index })
    if (known.has(input.id)) refuse('platform.exists', { what: 'bulk' }, index)
    known.add(input.id)
    return {
      ...{ id: input.id, process_id: input.containerId, act: input.act, which: input.which },
      ...{ reason: input.reason, state: 'running', started_by: unit.principal.personId },
      ...{ started_at: unit.now, ended_at: null, total: 0, done: 0, refused: 0, refusals: [] },
      ...{ after_id: null, version: 1 },
    }
  })
  await insertBulks(unit, rows)
  for (const { id } of rows)
    await unit.enqueue({
      kind: BULK_JOB,
      organisationId: unit.organisationId,
      payload: { bulkId: id },
      uniqueKey: `${BULK_JOB} ${id}`,
    })
  return rows.map(presentBulk)
}

/** Stops bulk acts; what is done stays done. */
export const stopBulk = command(operations['process.stopBulk'], async (unit, inputs) => {
  const rows = await lockBulks(
    unit,
    inputs.map(({ id }) => id),
  )
  const stopped = inputs.map(({ id }, index): BulkRow => {
    const row = rows.get(id) ?? refuse('platform.not_found', { what: 'bulk' }, index)
    const containerIds = [row.process_id]
    demand(unit.principal.access, { permission: 'container.manage', containerIds, what: 'bulk' }, index)
    if (row.state !== 'running') refuse('process.bulk_over', {}, index)
    return { ...row, state: 'stopped', ended_at: unit.now, version: row.version + 1 }
  })
  await updateBulks(unit, stopped)
  return stopped.map(presentBulk)
})
