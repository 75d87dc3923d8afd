import { operations } from '@millrace/contract'
import { command, refuse } from '../../../platform/commands/index.ts'
import { EXPORT_ORGANISATION_JOB, presentExport, wholeEvent } from '../organisation-export.ts'
import { findExport } from '../queries/find-organisation-exports.ts'
import { deleteExports, insertExport } from '../store/organisation-exports.ts'

/** Somebody has to come back for it; a copy of everything shall not lie about. */
export const KEPT_MS = 7 * 86_400_000

/** Begins to export the whole organisation, unless that is being done. */
export const startOrganisationExport = command(
  operations['exchange.startOrganisationExport'],
  async (unit, inputs) => {
    const views = []
    // One at a time: whatever comes second is refused.
    for (const [index, { id }] of inputs.entries()) {
      const { tx, organisationId } = unit
      if (!(await insertExport(unit, { id, expiresAt: unit.now + KEPT_MS }))) {
        const isTaken = (await findExport(tx, organisationId, id)) !== undefined
        if (isTaken) refuse('platform.exists', { what: 'export' }, index)
        refuse('exchange.organisation_export_running', {}, index)
      }
      await unit.enqueue({
        kind: EXPORT_ORGANISATION_JOB,
        organisationId,
        payload: { exportId: id },
        uniqueKey: `${EXPORT_ORGANISATION_JOB} ${id}`,
      })
      unit.record([wholeEvent(unit, 'exchange.organisation_export_started', { id })])
      const row = await findExport(tx, organisationId, id)
      views.push(presentExport(row ?? refuse('platform.not_found', { what: 'export' }, index)))
    }
    return views
  },
)

/** Removes exports, or cancels one that is being made. Their contents are let go of by a job. */
export const removeOrganisationExport = command(
  operations['exchange.removeOrganisationExport'],
  async (unit, inputs) => {
    const gone = await deleteExports(
      unit,
      inputs.map(({ id }) => id),
    )
    inputs.forEach(({ id }, index) => {
      if (!gone.some((row) => row.id === id)) refuse('platform.not_found', { what: 'export' }, index)
    })
    for (const { id, file_key: key, report } of gone) {
      unit.record([
        wholeEvent(unit, 'exchange.organisation_export_removed', {
          id,
          data: { export: { name: report.name ?? '' } },
        }),
      ])
      if (key === null) continue
      await unit.enqueue({
        kind: DROP_EXPORT_JOB,
        organisationId: unit.organisationId,
        payload: { key },
      })
    }
    return inputs.map(() => ({}))
  },
)

/** Lets go of the file of an export that was removed. */
export const DROP_EXPORT_JOB = 'exchange.drop_export'
