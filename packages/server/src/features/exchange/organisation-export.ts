import type { OrganisationExportView } from '@millrace/contract'
import type { Event } from '@millrace/core/kernel'
import type { Unit } from '../../platform/commands/index.ts'

/** What an archive holds, or why there is none. */
export type ExportReport = {
  readonly name?: string
  readonly items?: number
  readonly files?: number
  readonly missing?: number
}

/** An export of the organisation as it stands in the table. */
export type OrganisationExportRow = {
  readonly id: string
  readonly state: OrganisationExportView['state']
  readonly started_by: string
  readonly done: number
  readonly total: number
  readonly file_key: string | null
  readonly size_bytes: number | null
  readonly report: ExportReport
  readonly created_at: number
  readonly expires_at: number
}

/** The job that makes an export. */
export const EXPORT_ORGANISATION_JOB = 'exchange.export_organisation'

/** An export as those who run the organisation see it. */
export function presentExport(row: OrganisationExportRow): OrganisationExportView {
  return {
    id: row.id,
    state: row.state,
    startedBy: row.started_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    done: row.done,
    total: row.total,
    sizeBytes: row.size_bytes,
    itemCount: row.report.items ?? null,
    fileCount: row.report.files ?? null,
    missingCount: row.report.missing ?? null,
  }
}

type Kind =
  | 'exchange.organisation_export_started'
  | 'exchange.organisation_exported'
  | 'exchange.organisation_export_failed'
  | 'exchange.organisation_export_removed'
  | 'exchange.organisation_imported'

/** A fact about an organisation that goes out or came in as a whole. */
export function wholeEvent(
  unit: Pick<Unit, 'newId' | 'now' | 'actor'>,
  kind: Kind,
  about: { readonly id: string; readonly data?: Readonly<Record<string, unknown>> },
): Event {
  return {
    id: unit.newId<'Event'>(),
    kind,
    at: unit.now,
    actor: unit.actor,
    subject: { kind: 'organisationExport', id: about.id },
    containerId: null,
    data: about.data ?? {},
  }
}
