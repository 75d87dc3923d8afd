import { operations } from '@millrace/contract'
import { query, refuse } from '../../../platform/commands/index.ts'
import { decodeNameCursor, encodeNameCursor } from '../name-cursor.ts'
import {
  findTemplates,
  listTemplatesFor,
  presentTemplate,
  presentWhole,
  seesTemplate,
} from './find-templates.ts'

/** A page of templates. */
export const listTemplates = query(operations['work.listTemplates'], async ({ tx, principal }, input) => {
  const after = input.cursor === undefined ? null : decodeNameCursor(input.cursor)
  const page = { kind: input.kind ?? null, after, limit: input.limit }
  const rows = await listTemplatesFor(tx, principal, page)
  const last = rows.length === input.limit ? rows.at(-1) : undefined
  return {
    templates: rows.map((row) => presentTemplate(row, principal)),
    next: last ? encodeNameCursor(last) : null,
  }
})

/** One template with what it holds. */
export const getTemplate = query(operations['work.getTemplate'], async (context, { id }) => {
  const { tx, organisationId, principal } = context
  const row = (await findTemplates(tx, organisationId, [id])).get(id)
  if (!row || !seesTemplate(principal, row)) refuse('platform.not_found', { what: 'template' })
  return presentWhole(row, principal)
})
