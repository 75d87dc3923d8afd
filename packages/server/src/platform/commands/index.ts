export { ask } from './ask.ts'
export { behindWall, hiddenItems, onlookerOf, seesItem } from './behind-wall.ts'
export { checkVersion } from './check-version.ts'
export { demand } from './demand.ts'
export { type Download, type DownloadContext, download, type FileAnswer, makeFile } from './download.ts'
export { type DueLine, drainDue, wakeForNext } from './drain-due.ts'
export { type ExecuteAnswer, type ExecuteDeps, type ExecuteRequest, execute } from './execute.ts'
export { executeWork, type Work } from './execute-work.ts'
export type { ConfidentialItem, ItemWall } from './item-wall.ts'
export { decodeMomentCursor, encodeMomentCursor, type MomentCursor } from './moment-cursor.ts'
export { handoverValues, type MovedPart, movedEvents } from './moved-events.ts'
export { patched } from './patched.ts'
export {
  type Access,
  type ContainerRole,
  isContainerPermission,
  mayInContainers,
  mayInOrganisation,
  mayOnItem,
  type OrgRole,
  type Principal,
  permissionMatrix,
  roleIn,
  visibleContainerIds,
} from './principal.ts'
export { accepted, Refused, refuse } from './refused.ts'
export {
  type Command,
  command,
  createRegistry,
  patient,
  type Query,
  query,
  type Registry,
} from './registry.ts'
export { runInTime } from './run-in-time.ts'
export {
  askingReaction,
  type OrganisationFacts,
  type Origin,
  type QueryContext,
  type Reaction,
  type Unit,
} from './unit.ts'
export { wakeAt } from './wake-at.ts'
