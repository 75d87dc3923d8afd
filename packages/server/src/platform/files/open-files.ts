import { join } from 'node:path'
import type { S3Settings } from '../config.ts'
import { createDiskFiles } from './disk-files.ts'
import type { FileStore } from './file-store.ts'
import { createS3Files } from './s3-files.ts'
import { sweepSpool } from './spool.ts'

/**
 * The store that the settings ask for: a bucket, or the data directory. Clears away what an earlier
 * process left half-written.
 */
export async function openFiles(settings: {
  readonly dataDir: string
  /** Null: contents lie in the data directory. */
  readonly files: S3Settings | null
}): Promise<FileStore> {
  // Beside the folder of whole contents: what is in there is backed up.
  const spoolFolder = join(settings.dataDir, 'files.spool')
  await sweepSpool(spoolFolder)
  return settings.files
    ? createS3Files(settings.files, { spoolFolder })
    : createDiskFiles({ folder: join(settings.dataDir, 'files'), spoolFolder })
}
