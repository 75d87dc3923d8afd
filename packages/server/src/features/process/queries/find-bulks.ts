import type { MomentCursor } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { BULK_COLUMNS, type BulkRow } from '../store/bulks.ts'

/** Bulk acts by id. */
export async function findBulks(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly BulkRow[]> {
  return await tx.query<BulkRow>({
    name: 'process_find_bulks',
    text: `
select ${BULK_COLUMNS}
from process_bulk b
where b.organisation_id = $1
  and b.id = any($2::uuid[])
order by b.id`,
    values: [organisationId, ids],
  })
}

/** A page of the bulk acts of a process, the newest first. */
export async function readBulkPage(
  tx: Tx,
  page: {
    readonly organisationId: string
    readonly processId: string
    readonly before: MomentCursor | null
    readonly limit: number
  },
): Promise<readonly BulkRow[]> {
  const { organisationId, processId, before, limit } = page
  return await tx.query<BulkRow>({
    name: 'process_read_bulk_page',
    text: `
select ${BULK_COLUMNS}
from process_bulk b
where b.organisation_id = $1
  and b.process_id = $2
  and ($3::timestamptz is null or (b.started_at, b.id) < ($3, $4::uuid))
order by b.started_at desc, b.id desc
limit $5`,
    values: [
      organisationId,
      processId,
      before && new Date(before.at).toISOString(),
      before?.id ?? null,
      limit,
    ],
  })
}
