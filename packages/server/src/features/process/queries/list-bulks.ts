import { operations } from '@millrace/contract'
import {
  decodeMomentCursor,
  demand,
  encodeMomentCursor,
  query,
  refuse,
} from '../../../platform/commands/index.ts'
import { presentBulk } from '../present-repair.ts'
import { findBulks, readBulkPage } from './find-bulks.ts'

/** How far a bulk act is. */
export const getBulk = query(
  operations['process.getBulk'],
  async ({ tx, organisationId, principal }, { id }) => {
    const [row] = await findBulks(tx, organisationId, [id])
    if (!row) return refuse('platform.not_found', { what: 'bulk' })
    const containerIds = [row.process_id]
    demand(principal.access, { permission: 'container.read', containerIds, what: 'bulk' })
    return presentBulk(row)
  },
)

/** What was done to many instances of a process, the newest first. */
export const listBulks = query(operations['process.listBulks'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const { containerId: processId, cursor, limit } = input
  demand(principal.access, { permission: 'container.read', containerIds: [processId], what: 'process' })
  const before = cursor === undefined ? null : decodeMomentCursor(cursor)
  const rows = await readBulkPage(tx, { organisationId, processId, before, limit })
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    bulks: rows.map(presentBulk),
    next: last ? encodeMomentCursor({ at: last.started_at, id: last.id }) : null,
  }
})
