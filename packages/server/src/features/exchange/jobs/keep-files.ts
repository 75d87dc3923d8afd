import type { FileOfItem } from '../../files/index.ts'
import type { FileDraft, Reading } from '../item-draft.ts'
import type { FileDeps } from '../open-reading.ts'
import { mediaTypeOf } from './media-type.ts'

/** Where contents are kept, for whom, and until when. */
type KeepingFiles = {
  readonly deps: FileDeps
  readonly organisationId: string
  readonly signal: AbortSignal
}

/**
 * Keeps the contents of files in the archive that is read, before a transaction names them. The same
 * content is kept once, so that a run that goes on after a crash keeps nothing twice.
 */
export async function keepFiles(
  { deps, organisationId, signal }: KeepingFiles,
  drafts: readonly FileDraft[],
  { contentOf }: Reading,
): Promise<readonly FileOfItem[]> {
  const kept: FileOfItem[] = []
  if (contentOf === undefined) return kept
  const to = { folder: organisationId, maxBytes: deps.maxBytes }
  for (const { path, ...draft } of drafts) {
    signal.throwIfAborted()
    const { sizeBytes, sha256 } = await deps.files.put(contentOf(path), to)
    kept.push({ ...draft, mediaType: mediaTypeOf(draft.name, path), sizeBytes, sha256 })
  }
  return kept
}
