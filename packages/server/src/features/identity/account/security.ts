import { operations } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import { type NoteVisit, visitOf } from '../note-visit.ts'
import { makeConnectProof } from '../provider/connect-proof.ts'
import { readConnections, readPasskeys, readSecondFactor } from '../queries/read-security.ts'
import { deletePasskey } from '../store/passkeys.ts'
import { deleteConnection } from '../store/providers.ts'
import type { Vault } from '../vault.ts'
import { accountOperation } from './account-operation.ts'

/** How the user proves who they are. What belongs to the account alone is not for who came by a provider. */
export const createGetSecurity = (vault: Vault) =>
  accountOperation(operations['identity.getSecurity'], async ({ db, user, now }) => {
    const connections = (await readConnections(db, user)).map((row) => ({
      providerId: row.id,
      name: row.name,
      organisation: row.organisation,
      isConnected: row.is_connected,
    }))
    const connectProof = await makeConnectProof(vault, user, now)
    if (user.provider !== null)
      return { secondFactor: 'off' as const, passkeys: [], connections, connectProof }
    const [isOn, passkeys] = await Promise.all([
      readSecondFactor(db, user.userId),
      readPasskeys(db, user.userId),
    ])
    return {
      secondFactor: isOn ? ('on' as const) : ('off' as const),
      passkeys: passkeys.map(({ id, name, created_at: createdAt, backed_up: isSynced }) => ({
        id,
        name: name ?? '',
        createdAt: createdAt ?? 0,
        isSynced,
      })),
      connections,
      connectProof,
    }
  })

/** Forgets a passkey of the user. */
export const createRemovePasskey = (noteVisit: NoteVisit) =>
  accountOperation(operations['identity.removePasskey'], async ({ db, user, address }, { id }) => {
    if (user.provider !== null) refuse('identity.provider_session')
    const isGone = await deletePasskey(db, { id, userId: user.userId })
    if (!isGone) refuse('platform.not_found', { what: 'passkey' })
    await noteVisit(visitOf(user, address), { kind: 'identity.passkey_removed', door: null })
    return {}
  })

/** Forgets who a provider knows the user as. */
export const disconnectProvider = accountOperation(
  operations['identity.disconnectProvider'],
  async ({ db, user }, { id }) => {
    if (user.provider !== null) refuse('identity.provider_session')
    const isGone = await deleteConnection(db, { providerId: id, userId: user.userId })
    if (!isGone) refuse('platform.not_found', { what: 'provider' })
    return {}
  },
)
