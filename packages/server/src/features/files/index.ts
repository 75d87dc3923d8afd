import type { Command, Query } from '../../platform/commands/index.ts'
import { removeFile } from './commands/remove-file.ts'
import { listFiles } from './queries/list-files.ts'

/** Everything that can be done to files, besides sending them. */
export const filesCommands: readonly Command[] = [removeFile]

/** Everything that can be asked about files, besides their contents. */
export const filesQueries: readonly Query[] = [listFiles]

export { addFiles, type FileOfItem } from './add-files.ts'
export { attachFile, type NewFile } from './commands/attach-file.ts'
export { forgetFiles } from './forget-files.ts'
export { readByteRange } from './http/byte-range.ts'
export type { FileRouteDeps } from './http/file-route-deps.ts'
export { addFileRoutes } from './http/file-routes.ts'
export { filesReactions } from './reactions.ts'
export { findOrphans, sweepFiles } from './sweep-files.ts'
export { createSweep } from './sweep-job.ts'
export { filesTopics } from './topics.ts'
