import { operations } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import { readSessions } from '../queries/read-sessions.ts'
import { deleteSession } from '../store/accounts.ts'
import { accountOperation } from './account-operation.ts'

/** Where the user is signed in. */
export const listSessions = accountOperation(operations['identity.listSessions'], async ({ db, user }) => {
  const rows = await readSessions(db, user.userId)
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      ipAddress: row.ip_address,
      userAgent: row.user_agent,
      isCurrent: row.id === user.sessionId,
    })),
  }
})

/** Signs the user out somewhere. */
export const revokeSession = accountOperation(
  operations['identity.revokeSession'],
  async ({ db, user }, { id }) => {
    const isEnded = await deleteSession(db, { id, userId: user.userId })
    if (!isEnded) refuse('platform.not_found', { what: 'session' })
    return {}
  },
)
