import type { FileView } from '@millrace/contract'
import type { Unit } from '../../platform/commands/index.ts'
import { cleanMediaType, cleanName } from './clean-name.ts'
import { fileEvent } from './file-event.ts'
import { insertFiles } from './store.ts'

/** A file of an item whose content is in the store. */
export type FileOfItem = Pick<FileView, 'id' | 'name' | 'mediaType' | 'sizeBytes' | 'sha256'> & {
  readonly itemId: string
}

/** Attaches many files to items of a container at once, within a change whose right was checked before. */
export async function addFiles(unit: Unit, containerId: string, files: readonly FileOfItem[]): Promise<void> {
  if (files.length === 0) return
  const views = files.map(
    (file): FileView => ({
      ...file,
      name: cleanName(file.name),
      mediaType: cleanMediaType(file.mediaType),
      containerId: null,
      uploadedBy: unit.principal.personId,
      uploadedAt: unit.now,
      version: 1,
    }),
  )
  await insertFiles(unit, views)
  unit.record(views.map((file) => fileEvent(unit, 'files.attached', { file, containerIds: [containerId] })))
}
