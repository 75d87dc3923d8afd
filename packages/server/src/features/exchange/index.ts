import type { Command, Download, Query } from '../../platform/commands/index.ts'
import { mapImport } from './commands/map-import.ts'
import { removeDemo } from './commands/remove-demo.ts'
import { approveImport, revertImport, startImport } from './commands/steer-import.ts'
import { removeOrganisationExport, startOrganisationExport } from './commands/steer-organisation-export.ts'
import { exportItems } from './queries/export-items.ts'
import { exportPlan } from './queries/export-plan.ts'
import { getImport, listImports } from './queries/get-import.ts'
import { listOrganisationExports } from './queries/list-organisation-exports.ts'

/** Everything that can be done to imports and whole exports, and taking the demo story away. */
export const exchangeCommands: readonly Command[] = [
  mapImport,
  startImport,
  approveImport,
  revertImport,
  removeDemo,
  startOrganisationExport,
  removeOrganisationExport,
]

/** Everything that can be asked about imports. */
export const exchangeQueries: readonly Query[] = [listImports, getImport, listOrganisationExports]

/** Every file that is made of work. */
export const exchangeDownloads: readonly Download[] = [exportItems, exportPlan]

export { type ImportedOrganisation, importOrganisation } from './import-organisation.ts'
export { addImportRoutes, type ImportRouteDeps } from './import-routes.ts'
export { createExchangeJobs } from './jobs/exchange-jobs.ts'
export { createOrganisationExportJobs } from './jobs/export-organisation.ts'
export { createSweepOrganisationExports } from './jobs/sweep-organisation-exports.ts'
export { createExportNotes } from './note-export.ts'
export { addOrganisationExportRoutes } from './organisation-export-routes.ts'
export { exportItems } from './queries/export-items.ts'
export { exportPlan } from './queries/export-plan.ts'
export { findContainerByKey } from './queries/read-surroundings.ts'
export type { ImportDeps } from './run-in-unit.ts'
export { exchangeTopics } from './topics.ts'
export { uploadFile } from './upload-file.ts'
export { writeOrganisation } from './write-organisation.ts'
