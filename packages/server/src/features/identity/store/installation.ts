import { type Db, runAlone } from '../../../platform/db/transaction.ts'

/**
 * Empties the installation: every organisation and every account, with all that is theirs. Only for a
 * first run that was interrupted before anybody could have signed in.
 *
 * @param owner acts as the owner of the schema
 */
export async function emptyInstallation(owner: Db): Promise<void> {
  await runAlone(owner, { text: 'truncate organisation, auth_user, event, job cascade' })
}
