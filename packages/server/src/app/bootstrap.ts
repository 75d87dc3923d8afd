import { ITEM_FIELDS, type ItemColumns, type ItemView, operations } from '@millrace/contract'
import { readDirectoryOf } from '../features/identity/index.ts'
import { readBootstrapOf } from '../features/work/index.ts'
import { query } from '../platform/commands/index.ts'
import { readHead } from '../platform/journal/index.ts'

/**
 * The snapshot a browser starts from. The journal's position is read first: whatever commits
 * meanwhile is in the snapshot, comes again on the stream, and changes nothing then.
 */
export const bootstrap = query(operations['sync.bootstrap'], async (context, { scope }) => {
  const seq = await readHead(context.tx, context.organisationId)
  const people = scope === 'directory' ? await readDirectoryOf(context) : {}
  const { items, ...rest } = await readBootstrapOf(context, scope)
  return { seq, ...people, ...rest, ...(items ? { items: toColumns(items) } : {}) }
})

function toColumns(items: readonly ItemView[]): ItemColumns {
  const columns: Record<string, unknown> = {}
  for (const field of ITEM_FIELDS) columns[field] = items.map((item) => item[field])
  return columns as ItemColumns // One list for every field an item has.
}
