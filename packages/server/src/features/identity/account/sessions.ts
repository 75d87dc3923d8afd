import { operations } from '@millrace/contract'
import { refuse } from '../../../platform/commands/index.ts'
import { type NoteVisit, visitOf } from '../note-visit.ts'
import { readSessions } from '../queries/read-sessions.ts'
import { deleteOtherSessions, deleteSession } from '../store/accounts.ts'
import { accountOperation } from './account-operation.ts'

/** Where the user is signed in. */
export const listSessions = accountOperation(operations['identity.listSessions'], async ({ db, user }) => {
  const rows = await readSessions(db, user)
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      ipAddress: row.ip_address,
      userAgent: row.user_agent,
      isCurrent: row.id === user.sessionId,
      door: row.door,
      provider: row.provider,
    })),
  }
})

/** Signs the user out somewhere. */
export const createRevokeSession = (noteVisit: NoteVisit) =>
  accountOperation(operations['identity.revokeSession'], async ({ db, user, address }, { id }) => {
    const isEnded = await deleteSession(db, id, user)
    if (!isEnded) refuse('platform.not_found', { what: 'session' })
    await noteVisit(visitOf(user, address), { kind: 'identity.sessions_ended', door: null })
    return {}
  })

/** Signs the user out everywhere but here. */
export const createRevokeOtherSessions = (noteVisit: NoteVisit) =>
  accountOperation(operations['identity.revokeOtherSessions'], async ({ db, user, address }) => {
    await deleteOtherSessions(db, user)
    await noteVisit(visitOf(user, address), { kind: 'identity.sessions_ended', door: null })
    return {}
  })
