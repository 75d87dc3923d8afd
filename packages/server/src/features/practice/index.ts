import type { Command, Query } from '../../platform/commands/index.ts'
import { askFor, stopAskingFor } from './commands/ask-for-artifacts.ts'
import { changeForType } from './commands/change-for-type.ts'
import { chooseForTeam, leaveOutForTeam, moveAdoption, reviewAdoption } from './commands/keep-adoptions.ts'
import { markArea, nameArea } from './commands/keep-areas.ts'
import { archiveArtifactType, restoreArtifactType, saveArtifactType } from './commands/keep-artifact-types.ts'
import { archiveArtifact, restoreArtifact, saveArtifact } from './commands/keep-artifacts.ts'
import { archivePractice, publishPractice, restorePractice, savePractice } from './commands/keep-practices.ts'
import { setMethodManagers } from './commands/set-method-managers.ts'
import { listMethodManagers } from './queries/find-method-managers.ts'
import { getAreaLabels, getAreas } from './queries/get-areas.ts'
import { getArtifact, listArtifacts, listAsked } from './queries/get-artifacts.ts'
import { getEffect } from './queries/get-effect.ts'
import { getForItem } from './queries/get-for-item.ts'
import { getPractice, listNames, listPractices, listUndescribed } from './queries/get-practices.ts'
import { listAdoptionSteps, listAdoptions } from './queries/list-adoptions.ts'
import { listArtifactTypes } from './queries/list-artifact-types.ts'
import { listChanges } from './queries/list-changes.ts'

/** Everything that can be done to practices. */
export const practiceCommands: readonly Command[] = [
  ...[savePractice, publishPractice, archivePractice, restorePractice],
  ...[nameArea, markArea, setMethodManagers],
  ...[chooseForTeam, leaveOutForTeam, moveAdoption, reviewAdoption, changeForType],
  ...[saveArtifact, archiveArtifact, restoreArtifact, askFor, stopAskingFor],
  ...[saveArtifactType, archiveArtifactType, restoreArtifactType],
]

/** Everything that can be asked about practices. */
export const practiceQueries: readonly Query[] = [
  ...[listPractices, listNames, listUndescribed, getPractice],
  ...[listArtifacts, getArtifact, listAsked, getEffect, getForItem, getAreaLabels],
  ...[listArtifactTypes, listMethodManagers, getAreas, listAdoptions, listAdoptionSteps, listChanges],
]

export { forgetPractices } from './forget-practices.ts'
export { practiceReactions } from './reactions.ts'
export { practiceTopics } from './topics.ts'
