import type { Tx } from '../../../platform/db/transaction.ts'
import type { OrganisationExportRow } from '../organisation-export.ts'
import { EXPORT_COLUMNS } from '../store/organisation-exports.ts'

/** One export of the organisation. */
export async function findExport(
  tx: Tx,
  organisationId: string,
  id: string,
): Promise<OrganisationExportRow | undefined> {
  const rows = await tx.query<OrganisationExportRow>({
    text: `
select ${EXPORT_COLUMNS}
from organisation_export x
where x.organisation_id = $1
  and x.id = $2`,
    values: [organisationId, id],
  })
  return rows[0]
}

/** Exports before a place in the list, newest first. */
export async function findExportsBefore(
  tx: Tx,
  where: {
    readonly organisationId: string
    readonly before: { readonly createdAt: number; readonly id: string } | null
    readonly limit: number
  },
): Promise<readonly OrganisationExportRow[]> {
  return await tx.query<OrganisationExportRow>({
    text: `
select ${EXPORT_COLUMNS}
from organisation_export x
where x.organisation_id = $1
  and ($2::bigint is null or (x.created_at, x.id) < (to_timestamp($2 / 1000.0), $3::uuid))
order by x.created_at desc, x.id desc
limit $4`,
    values: [where.organisationId, where.before?.createdAt ?? null, where.before?.id ?? null, where.limit],
  })
}

/** Exports whose time is over. */
export async function findExpiredExports(
  tx: Tx,
  organisationId: string,
  limit: number,
): Promise<readonly OrganisationExportRow[]> {
  return await tx.query<OrganisationExportRow>({
    text: `
select ${EXPORT_COLUMNS}
from organisation_export x
where x.organisation_id = $1
  and x.state <> 'running'
  and x.expires_at < now()
order by x.expires_at, x.id
limit $2`,
    values: [organisationId, limit],
  })
}
