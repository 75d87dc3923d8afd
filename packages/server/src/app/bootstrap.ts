import { operations } from '@millrace/contract'
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
  const work = await readBootstrapOf(context, scope)
  return { seq, ...people, ...work }
})
