import type { Actor } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import { type ExecuteDeps, executeWork, type Principal, type Unit } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { Job, JobHandler } from '../../../platform/jobs/index.ts'
import { InstanceSet } from '../instance-set.ts'
import { countChosen, findChosen } from '../queries/choose-instances.ts'
import { findBulks } from '../queries/find-bulks.ts'
import { lockOpenItemsOf } from '../queries/find-instances.ts'
import { repairEvent } from '../repair-event.ts'
import { repairOne } from '../repair-set.ts'
import { type BulkRow, lockBulks, updateBulks } from '../store/bulks.ts'
import { BULK_JOB } from './bulk-job-kind.ts'

/** So many in one transaction: few enough that whoever works on one of them hardly waits. */
const AT_ONCE = 200
const REFUSALS_KEPT = 100

/** What a worker does when something is to be done to many instances. */
export function createBulkJobs(deps: ExecuteDeps): ReadonlyMap<string, JobHandler> {
  return new Map([[BULK_JOB, (job: Job, signal: AbortSignal) => runBulk(deps, job, signal)]])
}

/** Slice by slice, each in a transaction that also notes how far it got. Begun again it goes on from there. */
async function runBulk(deps: ExecuteDeps, job: Job, signal: AbortSignal): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const bulkId = String(job.payload['bulkId'])
  const find = () => inTransaction(deps.db, organisationId, (tx) => findBulks(tx, organisationId, [bulkId]))
  const [bulk] = await find()
  if (!bulk) return
  const actor: Actor = { kind: 'person', personId: bulk.started_by }
  const who = {
    principal: principalOf(organisationId, bulk.started_by),
    actor,
    origin: { kind: 'own' } as const,
  }
  try {
    let isMore = true
    while (isMore) {
      signal.throwIfAborted()
      await executeWork(deps, who, async (unit) => {
        isMore = await runSlice(unit, bulkId)
      })
    }
  } catch (error) {
    if (signal.aborted || job.attempts < job.max_attempts) throw error
    await executeWork(deps, who, (unit) => fail(unit, bulkId))
    throw error
  }
}

/** It was tried as often as jobs are: whoever began it is not left waiting. */
async function fail(unit: Unit, bulkId: string): Promise<void> {
  const bulk = (await lockBulks(unit, [bulkId])).get(bulkId)
  if (bulk?.state !== 'running') return
  await updateBulks(unit, [{ ...bulk, state: 'failed', ended_at: unit.now, version: bulk.version + 1 }])
}

/** @returns whether there is more */
async function runSlice(unit: Unit, bulkId: string): Promise<boolean> {
  const bulk = (await lockBulks(unit, [bulkId])).get(bulkId)
  if (bulk?.state !== 'running') return false
  const { tx, organisationId } = unit
  // How old something is counts from when the act began, however long it takes.
  const choice = { organisationId, processId: bulk.process_id, which: bulk.which, now: bulk.started_at }
  const total = bulk.after_id === null ? await countChosen(tx, choice) : bulk.total
  const ids = await findChosen(tx, { ...choice, after: bulk.after_id, limit: AT_ONCE })
  const refusals = await repairAll(unit, bulk, ids)
  const isMore = ids.length === AT_ONCE
  await updateBulks(unit, [
    {
      ...bulk,
      ...{ total, done: bulk.done + ids.length, refused: bulk.refused + refusals.length },
      refusals: [...bulk.refusals, ...refusals].slice(0, REFUSALS_KEPT),
      ...{ after_id: ids.at(-1) ?? bulk.after_id, version: bulk.version + 1 },
      ...(isMore ? {} : { state: 'finished', ended_at: unit.now }),
    },
  ])
  return isMore
}

async function repairAll(unit: Unit, bulk: BulkRow, ids: readonly string[]): Promise<BulkRow['refusals']> {
  await lockOpenItemsOf(unit.tx, unit.organisationId, ids)
  const set = await InstanceSet.load(unit, ids)
  if (bulk.act.kind === 'migrate') await set.know({ processIds: [], modelIds: [bulk.act.modelId] })
  const by = { actor: unit.actor, reason: bulk.reason }
  const refusals = ids.flatMap((id) => {
    const snapshot = set.find(id)
    if (!snapshot) return []
    const { instance } = snapshot
    const fault = repairOne(set, snapshot, { act: bulk.act, by })
    if (fault) return [{ instanceId: id, number: instance.number, title: instance.title, ...fault }]
    unit.record([repairEvent(unit, instance, { act: bulk.act.kind, reason: bulk.reason })])
    return []
  })
  await set.save()
  return refusals
}

/** Whoever began it. What they may do was asked then. */
function principalOf(organisationId: string, personId: string): Principal {
  return {
    ...{ userId: null, personId, organisationId, orgRole: 'member', scopes: null },
    access: { version: 0, containers: 'all', fields: EVERY_FIELD },
  }
}
