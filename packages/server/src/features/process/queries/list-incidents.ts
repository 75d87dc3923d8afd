import { operations } from '@millrace/contract'
import {
  decodeMomentCursor,
  demand,
  encodeMomentCursor,
  type QueryContext,
  query,
  refuse,
  visibleContainerIds,
} from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'
import { presentCause, presentStuck } from '../present-repair.ts'
import { loadModels } from './find-models.ts'
import { findCauses, findStuck, type StuckRow } from './find-stuck.ts'

const MINUTE_MS = 60_000
const CAUSES_MAX = 200

/** Where instances are stuck, the newest first. */
export const listIncidents = query(operations['process.listIncidents'], async (context, input) => {
  const { tx, organisationId, now } = context
  const { elementId, kind, text, olderThanMin, limit, cursor } = input
  const filter = {
    ...{ organisationId, processIds: processIdsFor(context, input.containerId) },
    ...{ node: elementId ?? null, kind: kind ?? null, text: text ?? null },
    before: olderThanMin === undefined ? null : sqlMoment(now - olderThanMin * MINUTE_MS),
  }
  const rows = await findStuck(tx, filter, { below: cursor === undefined ? null : readCursor(cursor), limit })
  const models = await loadModels(tx, organisationId, [...new Set(rows.map((row) => row.model_id))])
  const last = rows.length === limit ? rows.at(-1) : undefined
  return {
    incidents: rows.map((row) => presentStuck(row, models)),
    next: last ? writeCursor(last) : null,
  }
})

/** The causes for which instances are stuck, the most frequent first. */
export const groupIncidents = query(operations['process.groupIncidents'], async (context, input) => {
  const { tx, organisationId } = context
  const processIds = processIdsFor(context, input.containerId)
  const rows = await findCauses(tx, { organisationId, processIds, limit: CAUSES_MAX + 1 })
  const shown = rows.slice(0, CAUSES_MAX)
  const models = await loadModels(tx, organisationId, [...new Set(shown.map((row) => row.model_id))])
  return { groups: shown.map((row) => presentCause(row, models)), isWhole: rows.length <= CAUSES_MAX }
})

/** One process, or all that the person sees; null: every one. */
function processIdsFor(
  { principal }: QueryContext,
  containerId: string | undefined,
): readonly string[] | null {
  if (containerId === undefined) return visibleContainerIds(principal.access)
  demand(principal.access, { permission: 'container.read', containerIds: [containerId], what: 'process' })
  return [containerId]
}

/** Several incidents of one instance have the same moment: their number goes along. */
function writeCursor({ since, instance_id, id }: StuckRow): string {
  return `${encodeMomentCursor({ at: since, id: instance_id })} ${id}`
}

function readCursor(cursor: string) {
  const number = Number(cursor.split(' ')[2])
  if (!Number.isInteger(number)) return refuse('platform.cursor_wrong')
  return { ...decodeMomentCursor(cursor), number }
}
