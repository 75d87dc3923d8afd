import type { Db } from '../../platform/db/transaction.ts'
import { listOrganisationIds } from './queries/list-organisation-ids.ts'

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500

/** Does upkeep for one organisation after the other, so that nobody sees the rows of several at once. */
export async function forEachOrganisation(
  db: Db,
  signal: AbortSignal,
  carry: (organisationId: string) => Promise<void>,
): Promise<void> {
  let after: string | undefined = FIRST_ID
  while (after !== undefined) {
    const ids: readonly string[] = await listOrganisationIds(db, { after, limit: AT_ONCE })
    for (const organisationId of ids) {
      signal.throwIfAborted()
      await carry(organisationId)
    }
    after = ids.length < AT_ONCE ? undefined : ids.at(-1)
  }
}
