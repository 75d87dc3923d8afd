import { type Db, inTransaction } from '../db/transaction.ts'
import type { DailyWork } from '../jobs/index.ts'
import { deleteAnswers } from './store.ts'

/** A client that was cut off asks again within minutes; a week also covers one that was switched off. */
const KEPT_MS = 7 * 86_400_000

/** Does something for one organisation after the other. */
type ForEachOrganisation = (
  db: Db,
  signal: AbortSignal,
  carry: (organisationId: string) => Promise<void>,
) => Promise<void>

/** Forgets answers kept for repeated requests once nobody can be about to repeat them. */
export function createForgetAnswers(db: Db, forEachOrganisation: ForEachOrganisation): DailyWork {
  return {
    kind: 'journal.forget-answers',
    run: async (signal) => {
      await forEachOrganisation(db, signal, async (organisationId) => {
        const before = Date.now() - KEPT_MS
        await inTransaction(db, organisationId, (tx) => deleteAnswers(tx, organisationId, before))
      })
    },
  }
}
