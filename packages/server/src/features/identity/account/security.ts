import { operations } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import { readPasskeys, readSecondFactor } from '../queries/read-security.ts'
import { deleteOtherSessions } from '../store/accounts.ts'
import { deletePasskey } from '../store/passkeys.ts'
import { accountOperation } from './account-operation.ts'

/** How the user proves who they are. */
export const getSecurity = accountOperation(operations['identity.getSecurity'], async ({ db, user }) => {
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
  }
})

/** Forgets a passkey of the user. */
export const removePasskey = accountOperation(
  operations['identity.removePasskey'],
  async ({ db, user }, { id }) => {
    const isGone = await deletePasskey(db, { id, userId: user.userId })
    if (!isGone) refuse('platform.not_found', { what: 'passkey' })
    return {}
  },
)

/** Signs the user out everywhere but here. */
export const revokeOtherSessions = accountOperation(
  operations['identity.revokeOtherSessions'],
  async ({ db, user }) => {
    await deleteOtherSessions(db, { id: user.sessionId, userId: user.userId })
    return {}
  },
)
