import type { Command, Query } from '../../platform/commands/index.ts'
import { archiveArtifactType, restoreArtifactType, saveArtifactType } from './commands/keep-artifact-types.ts'
import { archivePractice, publishPractice, restorePractice, savePractice } from './commands/keep-practices.ts'
import { getPractice, listNames, listPractices, listUndescribed } from './queries/get-practices.ts'
import { listArtifactTypes } from './queries/list-artifact-types.ts'

/** Everything that can be done to practices. */
export const practiceCommands: readonly Command[] = [
  ...[savePractice, publishPractice, archivePractice, restorePractice],
  ...[saveArtifactType, archiveArtifactType, restoreArtifactType],
]

/** Everything that can be asked about practices. */
export const practiceQueries: readonly Query[] = [
  ...[listPractices, listNames, listUndescribed, getPractice],
  listArtifactTypes,
]

export { forgetPractices } from './forget-practices.ts'
export { practiceTopics } from './topics.ts'
