import type { Command, Query } from '../../platform/commands/index.ts'
import { changeLabel, changeType, createLabel, createType } from './commands/change-catalogue.ts'
import {
  archiveContainer,
  changeContainer,
  grantAccess,
  restoreContainer,
  revokeAccess,
} from './commands/change-container.ts'
import { changeField, createField } from './commands/change-field.ts'
import {
  acceptItem,
  archiveItem,
  blockItem,
  changeItem,
  giveNotice,
  placeItem,
  restoreItem,
  stopWaiting,
  unblockItem,
  waitForItem,
} from './commands/change-item.ts'
import {
  addLine,
  changeChecklistLine,
  linkChecklistLine,
  removeChecklistLine,
  restoreChecklistLine,
  tickChecklistLine,
} from './commands/change-lines.ts'
import { convertChecklistLine } from './commands/convert-line.ts'
import { copyItem } from './commands/copy-item.ts'
import { createContainer } from './commands/create-container.ts'
import { createItem } from './commands/create-item.ts'
import {
  addChecklist,
  changeChecklist,
  removeChecklist,
  restoreChecklist,
} from './commands/keep-checklist.ts'
import { addFavourite, moveFavourite, removeFavourite } from './commands/keep-favourites.ts'
import { changeTemplate, removeTemplate, saveTemplate } from './commands/keep-template.ts'
import { changeView, removeView, saveView } from './commands/keep-view.ts'
import { makeFromTemplate } from './commands/make-from-template.ts'
import { mergeItem } from './commands/merge-items.ts'
import { moveItem } from './commands/move-item.ts'
import { relateItems, unrelateItems } from './commands/relate-items.ts'
import { repeatItem, stopRepeating } from './commands/repeat-item.ts'
import { setSeenBy } from './commands/set-seen-by.ts'
import { countItems } from './queries/count-items.ts'
import { getItem, listContainerActivity, listItemActivity } from './queries/get-item.ts'
import { listContainers, listGrants } from './queries/list-containers.ts'
import { listItems } from './queries/list-items.ts'
import { listPlanned } from './queries/list-planned.ts'
import { getTemplate, listTemplates } from './queries/list-templates.ts'

/** Everything that can be done to work. */
export const workCommands: readonly Command[] = [
  createItem,
  copyItem,
  mergeItem,
  changeItem,
  moveItem,
  waitForItem,
  stopWaiting,
  blockItem,
  unblockItem,
  acceptItem,
  giveNotice,
  archiveItem,
  restoreItem,
  placeItem,
  setSeenBy,
  repeatItem,
  stopRepeating,
  saveTemplate,
  changeTemplate,
  removeTemplate,
  makeFromTemplate,
  relateItems,
  unrelateItems,
  addChecklist,
  changeChecklist,
  removeChecklist,
  restoreChecklist,
  addLine,
  changeChecklistLine,
  tickChecklistLine,
  removeChecklistLine,
  restoreChecklistLine,
  convertChecklistLine,
  linkChecklistLine,
  createContainer,
  changeContainer,
  archiveContainer,
  restoreContainer,
  grantAccess,
  revokeAccess,
  createType,
  changeType,
  createField,
  changeField,
  createLabel,
  changeLabel,
  saveView,
  changeView,
  removeView,
  addFavourite,
  moveFavourite,
  removeFavourite,
]

/** Everything that can be asked about work. */
export const workQueries: readonly Query[] = [
  listTemplates,
  getTemplate,
  getItem,
  listItems,
  countItems,
  listPlanned,
  listItemActivity,
  listContainers,
  listContainerActivity,
  listGrants,
]

export { archiveItems, restoreItems } from './archive-items.ts'
export { createDefaultCatalogue } from './commands/change-catalogue.ts'
export { forgetBelongings, forgetCatalogue, forgetContainers, forgetItems } from './forget-work.ts'
export { createGatherWork } from './jobs/gather-work.ts'
export { letIntoContainers } from './let-in.ts'
export { finishItems } from './move-in.ts'
export { type OpenChecklist, openChecklists } from './open-checklists.ts'
export { type OpenItem, openItems } from './open-items.ts'
export { openRelations } from './open-relations.ts'
export { patchItems } from './patch-items.ts'
export { findContainerId } from './queries/find-containers.ts'
export { getVisibleItem } from './queries/get-item.ts'
export { readBootstrapOf } from './queries/read-bootstrap.ts'
export { type ItemNames, readItemNames } from './queries/read-item-names.ts'
export { tellPresence } from './queries/tell-presence.ts'
export { type ItemWalk, type WalkedItem, walkItems, walkMyWork } from './queries/walk-items.ts'
export { raisePriorities } from './raise-priorities.ts'
export { workReactions } from './reactions.ts'
export { createRecurrenceJobs, createRepeatLateWork } from './recurrence-jobs.ts'
export { renamePractices } from './rename-practices.ts'
export { setContainerState } from './set-container-state.ts'
export { reserveNumbers } from './store/containers.ts'
export type { PlanOfTemplate } from './template-content.ts'
export { workTopics } from './topics.ts'
