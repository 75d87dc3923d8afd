import { operations } from '@millrace/contract'
import { decodeMomentCursor, encodeMomentCursor, query } from '../../../platform/commands/index.ts'
import { presentExport } from '../organisation-export.ts'
import { findExportsBefore } from './find-organisation-exports.ts'

/** Exports of the whole organisation, newest first. */
export const listOrganisationExports = query(
  operations['exchange.listOrganisationExports'],
  async ({ tx, organisationId }, { cursor, limit }) => {
    const from = cursor === undefined ? null : decodeMomentCursor(cursor)
    const before = from && { createdAt: from.at, id: from.id }
    const rows = await findExportsBefore(tx, { organisationId, before, limit: limit + 1 })
    const shown = rows.slice(0, limit)
    const last = shown.at(-1)
    return {
      exports: shown.map(presentExport),
      next: rows.length > limit && last ? encodeMomentCursor({ at: last.created_at, id: last.id }) : null,
    }
  },
)
