import { type Db, inTransaction } from '../db/transaction.ts'
import type { DailyWork } from '../jobs/index.ts'
import { deleteAnswers } from './store.ts'

/** A client that was cut off asks again within minutes; a week also covers one that was switched off. */
const KEPT_MS = 7 * 86_400_000
const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500

/** The ids of organisations in their order, a page at a time. */
type ListOrganisationIds = (
  db: Db,
  page: { readonly after: string; readonly limit: number },
) => Promise<readonly string[]>

/** Forgets answers kept for repeated requests once nobody can be about to repeat them. */
export function createForgetAnswers(db: Db, listOrganisationIds: ListOrganisationIds): DailyWork {
  return {
    kind: 'journal.forget-answers',
    run: async (signal) => {
      let after = FIRST_ID
      for (;;) {
        const ids = await listOrganisationIds(db, { after, limit: AT_ONCE })
        // One organisation after the other: nobody sees the rows of several at once.
        for (const organisationId of ids) {
          signal.throwIfAborted()
          const before = Date.now() - KEPT_MS
          await inTransaction(db, organisationId, (tx) => deleteAnswers(tx, organisationId, before))
        }
        const last = ids.at(-1)
        if (last === undefined || ids.length < AT_ONCE) return
        after = last
      }
    },
  }
}
