import { expect } from 'vitest'
import { findPrincipal } from '../../features/identity/index.ts'
import { createHub, type StreamMessage } from '../../platform/realtime/index.ts'
import { topics } from '../registry.ts'
import type { WholeServer } from './whole-server.ts'

/** A busy machine takes longer than the second that is usual. */
const PATIENCE_MS = 20_000

/** Somebody who listens from now on, with their rights as they are. */
export async function listen(
  server: WholeServer,
  who: { readonly organisation: string; readonly organisationId: string; readonly email: string },
) {
  const { organisation, organisationId, email } = who
  const find = () => findPrincipal(server.database.db, { organisation, email })
  const principal = await find()
  if (!principal) throw new Error('whoever listens is there')
  const told: StreamMessage[] = []
  const hub = createHub({
    db: server.database.db,
    topics,
    onFault: (error) => {
      throw error
    },
  })
  const { rows } = await server.database.owner.pool.query<{ seq: string }>(
    'select seq from journal_head where organisation_id = $1',
    [organisationId],
  )
  const since = Number(rows[0]?.seq)
  await hub.join({ principal, since, refresh: find, send: (message) => told.push(message), close: () => {} })
  const heard = async (until: (messages: readonly StreamMessage[]) => boolean) => {
    hub.pollAll()
    await expect.poll(() => until(told), { timeout: PATIENCE_MS }).toBe(true)
    return told
  }
  return { heard, close: () => hub.closeAll() }
}
