import { operations } from '@millrace/contract'
import { query, refuse } from '../../../platform/commands/index.ts'
import { seesAllRuns, visibleRun } from '../policy.ts'
import { presentRun, presentSummary } from '../present.ts'
import { findRuns, findRunsBefore } from './find-runs.ts'

/** One run with all that is known of it. */
export const getImport = query(operations['exchange.getImport'], async (context, { id }) => {
  const rows = await findRuns(context.tx, context.organisationId, [id])
  return presentRun(visibleRun(context.principal, rows[0]))
})

/** Runs, newest first. */
export const listImports = query(operations['exchange.listImports'], async (context, input) => {
  const { principal, organisationId } = context
  const rows = await findRunsBefore(context.tx, {
    organisationId,
    startedBy: seesAllRuns(principal) ? null : principal.personId,
    before: input.cursor === undefined ? null : readCursor(input.cursor),
    limit: input.limit + 1,
  })
  const shown = rows.slice(0, input.limit)
  const last = shown.at(-1)
  return {
    imports: shown.map(presentSummary),
    next: rows.length > shown.length && last ? `${last.created_at}.${last.id}` : null,
  }
})

function readCursor(cursor: string): { readonly createdAt: number; readonly id: string } {
  const parts = /^(\d{1,16})\.([0-9a-f-]{36})$/.exec(cursor)
  return parts ? { createdAt: Number(parts[1]), id: parts[2] ?? '' } : refuse('platform.cursor_wrong')
}
