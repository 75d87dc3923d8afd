import type { CommandName } from '../api.ts'
import { type Kind, type Write, writeOf } from './kinds.ts'

/** Which kind of entity a command answers with, so that the answer is shown before the stream brings it. */
const KIND_OF_RESULT: { readonly [Name in CommandName]?: Kind } = {
  'work.createItem': 'item',
  'work.copyItem': 'item',
  'work.mergeItem': 'item',
  'work.changeItem': 'item',
  'work.moveItem': 'item',
  'work.waitForItem': 'item',
  'work.stopWaiting': 'item',
  'work.blockItem': 'item',
  'work.unblockItem': 'item',
  'work.acceptItem': 'item',
  'work.giveNotice': 'item',
  'work.archiveItem': 'item',
  'work.restoreItem': 'item',
  'work.placeItem': 'item',
  'work.setSeenBy': 'item',
  'work.relateItems': 'relation',
  'schedule.changePlanItem': 'planItem',
  'schedule.assign': 'assignment',
  'schedule.changeAssignment': 'assignment',
  'schedule.saveResource': 'resource',
  'schedule.saveCalendar': 'calendar',
  'work.addChecklist': 'checklist',
  'work.changeChecklist': 'checklist',
  'work.removeChecklist': 'checklist',
  'work.restoreChecklist': 'checklist',
  'work.addChecklistLine': 'checklistLine',
  'work.changeChecklistLine': 'checklistLine',
  'work.tickChecklistLine': 'checklistLine',
  'work.removeChecklistLine': 'checklistLine',
  'work.restoreChecklistLine': 'checklistLine',
  'work.convertChecklistLine': 'item',
  'work.linkChecklistLine': 'checklistLine',
  'work.createContainer': 'container',
  'work.changeContainer': 'container',
  'work.archiveContainer': 'container',
  'work.restoreContainer': 'container',
  'work.createType': 'type',
  'work.changeType': 'type',
  'work.createField': 'field',
  'work.changeField': 'field',
  'work.createLabel': 'label',
  'work.changeLabel': 'label',
  'work.addFavourite': 'favourite',
  'work.moveFavourite': 'favourite',
  'work.saveView': 'view',
  'work.changeView': 'view',
  'identity.changeOrganisation': 'organisation',
  'identity.addPerson': 'person',
  'identity.changePerson': 'person',
  'identity.createTeam': 'team',
  'identity.changeTeam': 'team',
  'identity.setTeamMembers': 'team',
}

/** The entity in a command's answer, or null when it answers with something else. */
export function writeOfResult(name: CommandName, result: unknown): Write | null {
  const kind = KIND_OF_RESULT[name]
  if (!kind || !isEntity(result)) return null
  // The contract says that this command answers with a view of this kind.
  return writeOf(kind, result.id, result as never)
}

function isEntity(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}
