import { EVERY_FIELD } from '@millrace/core/work'
import { type ExecuteDeps, executeWork, type Principal } from '../../../platform/commands/index.ts'
import { inTransaction } from '../../../platform/db/transaction.ts'
import type { DailyWork } from '../../../platform/jobs/index.ts'
import { dayOf } from '../../../platform/time-zone.ts'
import { forEachOrganisation } from '../../identity/index.ts'
import { gatherEverywhere } from '../gather-roll-ups.ts'
import { findOldestGathering } from '../queries/find-oldest-gathering.ts'
import { readSettings } from '../queries/read-names.ts'

const FIRST_ID = '00000000-0000-0000-0000-000000000000'

/** Gathers every roll-up anew once the organisation's day has changed: a formula may ask for today. */
export function createGatherWork(deps: ExecuteDeps): DailyWork {
  return {
    kind: 'work.gather',
    everyHours: 1,
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, async (organisationId) => {
        if (await isDue(deps, organisationId)) await gatherFor(deps, organisationId)
      })
    },
  }
}

async function isDue({ db }: ExecuteDeps, organisationId: string): Promise<boolean> {
  return await inTransaction(db, organisationId, async (tx) => {
    const oldest = await findOldestGathering(tx, organisationId)
    if (oldest === null) return false
    const { timeZone } = await readSettings(tx, organisationId)
    return oldest < dayOf(Date.now(), timeZone)
  })
}

async function gatherFor(deps: ExecuteDeps, organisationId: string): Promise<void> {
  const principal: Principal = {
    organisationId,
    personId: FIRST_ID,
    userId: null,
    orgRole: 'member',
    access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
    scopes: null,
  }
  await executeWork(deps, { principal, actor: { kind: 'system' } }, gatherEverywhere)
}
