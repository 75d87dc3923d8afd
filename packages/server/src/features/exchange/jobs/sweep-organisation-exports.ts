import { type Db, inTransaction } from '../../../platform/db/transaction.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { DailyWork } from '../../../platform/jobs/index.ts'
import { listOrganisationIds } from '../../identity/index.ts'
import { findExpiredExports } from '../queries/find-organisation-exports.ts'
import { deleteExports } from '../store/organisation-exports.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'
const ORGANISATIONS_AT_ONCE = 500
const EXPORTS_AT_ONCE = 100

type SweepDeps = { readonly db: Db; readonly files: FileStore }

/** Removes exports of organisations whose time is over, with their files. */
export function createSweepOrganisationExports(deps: SweepDeps): DailyWork {
  return {
    kind: 'exchange.sweep_organisation_exports',
    everyHours: 6,
    run: async (signal) => {
      let after: string | undefined = NOBODY
      while (after !== undefined) {
        const ids: readonly string[] = await listOrganisationIds(deps.db, {
          after,
          limit: ORGANISATIONS_AT_ONCE,
        })
        // One organisation after the other: nobody sees the rows of several at once.
        for (const organisationId of ids) {
          signal.throwIfAborted()
          await sweep(deps, organisationId)
        }
        after = ids.length < ORGANISATIONS_AT_ONCE ? undefined : ids.at(-1)
      }
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
