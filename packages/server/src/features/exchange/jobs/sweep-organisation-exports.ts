import { type Db, inTransaction } from '../../../platform/db/transaction.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { DailyWork } from '../../../platform/jobs/index.ts'
import { forEachOrganisation } from '../../identity/index.ts'
import { findExpiredExports } from '../queries/find-organisation-exports.ts'
import { deleteExports } from '../store/organisation-exports.ts'

const EXPORTS_AT_ONCE = 100

type SweepDeps = { readonly db: Db; readonly files: FileStore }

/** Removes exports of organisations whose time is over, with their files. */
export function createSweepOrganisationExports(deps: SweepDeps): DailyWork {
  return {
    kind: 'exchange.sweep_organisation_exports',
    everyHours: 6,
    run: async (signal) => {
      await forEachOrganisation(deps.db, signal, (organisationId) => sweep(deps, organisationId))
    },
  }
}

async function sweep({ db, files }: SweepDeps, organisationId: string): Promise<void> {
  const gone = await inTransaction(db, organisationId, async (tx) => {
    const expired = await findExpiredExports(tx, organisationId, EXPORTS_AT_ONCE)
    const ids = expired.map(({ id }) => id)
    return ids.length === 0 ? [] : await deleteExports({ tx, organisationId }, ids)
  })
  // After the rows: a file that is left behind is found by the sweep of contents.
  for (const { file_key: key } of gone) if (key !== null) await files.remove(key)
}
