import type { TrackerItem } from '@millrace/formats/tracker'
import { Refused } from '../../../platform/commands/index.ts'
import type { FileDraft } from '../item-draft.ts'
import { stableId } from '../stable-id.ts'
import { type TrackerTools, tellItem } from './tracker-source.ts'

/** An item that was made of one of the file. */
export type MadeItem = { readonly itemId: string; readonly item: TrackerItem }

/** So few that their contents are soon kept: a part begins with that. */
const AT_ONCE = 50

/** Files of the archive, a few at a time. Those that cannot be unpacked are told and left out. */
export async function* filesOf(
  made: ReadonlyMap<string, MadeItem>,
  tools: TrackerTools,
): AsyncGenerator<readonly FileDraft[]> {
  let batch: FileDraft[] = []
  for (const { item, itemId } of made.values())
    for (const [index, file] of item.attachments.entries()) {
      if (!('path' in file) || !(await isWhole(file.path, item, tools))) continue
      const id = stableId<'File'>(tools.run, 'file', `${item.ref} ${index}`)
      batch.push({ id, itemId, name: file.name, path: file.path })
      if (batch.length < AT_ONCE) continue
      yield batch
      batch = []
    }
  if (batch.length > 0) yield batch
}

async function finished(content: AsyncIterable<Uint8Array>): Promise<void> {
  const pieces = content[Symbol.asyncIterator]()
  let piece = await pieces.next()
  while (piece.done !== true) piece = await pieces.next()
}

async function isWhole(path: string, item: TrackerItem, tools: TrackerTools): Promise<boolean> {
  try {
    // Reading to the end is what finds a fault.
    await finished(tools.contentOf(path))
    return true
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const name = path.split('/').at(-1)?.slice(0, 120) ?? ''
    tellItem(tools, item, { code: 'import.file_broken', params: { name }, severity: 'error' })
    return false
  }
}
