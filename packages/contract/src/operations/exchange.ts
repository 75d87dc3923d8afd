import { z } from 'zod'
import { operation } from '../operation.ts'
import { exchangeRoutes } from '../routes/exchange.ts'
import { id, nextCursor, nothing, pageInput } from '../schemas/base.ts'
import { importMapping, importSummaryView, importView, removalView } from '../schemas/exchange.ts'
import { EXPORT_MEDIA, exportFormat, PLAN_EXPORT_MEDIA, planExportFormat } from '../schemas/export.ts'
import { organisationExportView } from '../schemas/organisation-export.ts'

const byId = z.object({
  id,
  version: z.int().optional().describe('Refuse unless it is at this version'),
})

/** The upload itself is `POST /api/v1/o/{org}/imports` with one file as `multipart/form-data`. */
export const exchangeOperations = {
  'exchange.listImports': operation({
    id: 'exchange.listImports',
    route: exchangeRoutes['exchange.listImports'],
    summary: 'Import runs, newest first: your own; an administrator sees all.',
    permission: 'import.run',
    input: z.object(pageInput),
    output: z.object({ imports: z.array(importSummaryView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'exchange.getImport': operation({
    id: 'exchange.getImport',
    route: exchangeRoutes['exchange.getImport'],
    summary: 'An import run with what is in its file and what will become of it.',
    permission: 'import.run',
    input: z.object({ id }),
    output: importView,
    refusals: ['platform.not_found'],
  }),
  'exchange.mapImport': operation({
    id: 'exchange.mapImport',
    route: exchangeRoutes['exchange.mapImport'],
    summary: 'Say where the file goes; a dry run follows, and its result appears as `plan`.',
    permission: 'import.run',
    input: byId.extend({ mapping: importMapping }),
    output: importView,
    refusals: [
      'exchange.state_wrong',
      'exchange.title_unmapped',
      'exchange.column_unknown',
      'exchange.sheet_unknown',
      'exchange.mapping_twice',
      'exchange.plan_needs_project',
      'work.key_taken',
      'work.case_needs_subject',
      'work.container_archived',
      'platform.reference_unknown',
      'platform.version_old',
      'platform.not_found',
      'platform.not_allowed',
    ],
  }),
  'exchange.startImport': operation({
    id: 'exchange.startImport',
    route: exchangeRoutes['exchange.startImport'],
    summary: 'Carry the import out, in the background.',
    permission: 'import.run',
    input: byId,
    output: importView,
    refusals: [
      'exchange.state_wrong',
      'exchange.not_checked',
      'exchange.nothing_to_import',
      'platform.version_old',
      'platform.not_found',
      'platform.not_allowed',
    ],
  }),
  'exchange.approveImport': operation({
    id: 'exchange.approveImport',
    route: exchangeRoutes['exchange.approveImport'],
    summary: 'Keep what the import made.',
    permission: 'import.run',
    input: byId,
    output: importView,
    refusals: ['exchange.state_wrong', 'platform.version_old', 'platform.not_found', 'platform.not_allowed'],
  }),
  'exchange.revertImport': operation({
    id: 'exchange.revertImport',
    route: exchangeRoutes['exchange.revertImport'],
    summary:
      'Take back exactly what the import made; before it runs this drops it, and while it runs this cancels it.',
    permission: 'import.run',
    input: byId,
    output: importView,
    refusals: ['exchange.state_wrong', 'platform.version_old', 'platform.not_found', 'platform.not_allowed'],
  }),
  'exchange.exportItems': operation({
    id: 'exchange.exportItems',
    route: exchangeRoutes['exchange.exportItems'],
    summary:
      'The items a query finds, in its order, as a file: names instead of ids, days as YYYY-MM-DD, efforts in hours. Up to 100,000 items.',
    permission: 'organisation.read',
    input: z.object({
      format: exportFormat,
      query: z.string().max(4000).default(''),
      archived: z.enum(['no', 'only', 'also']).default('no'),
      list: z
        .enum(['all', 'my'])
        .default('all')
        .describe('`my`: your own list of what to do, in its own order'),
      containerId: id.optional().describe('Only items of this project, process, case or list'),
      columns: z
        .string()
        .max(4000)
        .optional()
        .describe(
          'Which columns, with commas in between, such as `title,due,field.floor`; key, container and link come along. Left out: all there are',
        ),
    }),
    output: nothing,
    media: Object.values(EXPORT_MEDIA),
    refusals: [
      'exchange.export_column_unknown',
      'exchange.export_too_large',
      'platform.downloads_busy',
      'platform.not_found',
    ],
  }),
  'exchange.exportPlan': operation({
    id: 'exchange.exportPlan',
    route: exchangeRoutes['exchange.exportPlan'],
    summary:
      'The plan of a project as Microsoft Project XML (`xml`), as a calendar (`ics`), or as a table (`csv`): what you see of it, with its dates as they stand.',
    permission: 'organisation.read',
    input: z.object({ containerId: id, format: planExportFormat }),
    output: nothing,
    media: Object.values(PLAN_EXPORT_MEDIA),
    refusals: ['schedule.plan_too_large', 'platform.not_found'],
  }),
  'exchange.listOrganisationExports': operation({
    id: 'exchange.listOrganisationExports',
    route: exchangeRoutes['exchange.listOrganisationExports'],
    summary:
      'Exports of the whole organisation that are being made or can be fetched, newest first. Each is fetched from `/api/v1/o/{org}/organisation-exports/{id}/content`.',
    permission: 'organisation.manage',
    input: z.object(pageInput),
    output: z.object({ exports: z.array(organisationExportView), next: nextCursor }),
    refusals: ['platform.cursor_wrong'],
  }),
  'exchange.startOrganisationExport': operation({
    id: 'exchange.startOrganisationExport',
    route: exchangeRoutes['exchange.startOrganisationExport'],
    summary: 'Begin to export the whole organisation as one archive, in the background.',
    permission: 'organisation.manage',
    input: z.object({ id }),
    output: organisationExportView,
    refusals: ['exchange.organisation_export_running', 'platform.exists'],
  }),
  'exchange.removeOrganisationExport': operation({
    id: 'exchange.removeOrganisationExport',
    route: exchangeRoutes['exchange.removeOrganisationExport'],
    summary: 'Remove an export of the organisation; while it is being made this cancels it.',
    permission: 'organisation.manage',
    input: z.object({ id }),
    output: z.object({}),
    refusals: ['platform.not_found'],
  }),
  'exchange.removeDemo': operation({
    id: 'exchange.removeDemo',
    route: exchangeRoutes['exchange.removeDemo'],
    summary: 'Remove the demo story, and keep what people made themselves.',
    permission: 'organisation.manage',
    input: z.object({}),
    output: removalView,
    refusals: [],
  }),
} as const
