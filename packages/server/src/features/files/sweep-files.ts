import { isId } from '@millrace/core/kernel'
import { type Db, inTransaction } from '../../platform/db/transaction.ts'
import type { FileStore, KeptContent } from '../../platform/files/index.ts'
import { findReferred } from './queries/find-referred.ts'

/**
 * Nobody takes that long between the last byte of a content and the row that refers to it: a younger
 * content may belong to somebody who is about to say so.
 */
const GRACE_MS = 24 * 60 * 60 * 1000
const AT_ONCE = 1_000

type Swept = { readonly db: Db; readonly files: FileStore; readonly now?: number }

/** Contents that nothing refers to and nothing will: what is left when a process dies between the two. */
export async function* findOrphans({ db, files, now = Date.now() }: Swept): AsyncGenerator<KeptContent> {
  let pile: KeptContent[] = []
  for await (const content of files.list()) {
    if (content.keptAt >= now - GRACE_MS) continue
    pile.push(content)
    if (pile.length < AT_ONCE) continue
    yield* await withoutReferred(db, pile)
    pile = []
  }
  yield* await withoutReferred(db, pile)
}

/** Forgets such contents. @returns how many, and their size */
export async function sweepFiles(
  swept: Swept,
  signal: AbortSignal,
): Promise<{ readonly count: number; readonly sizeBytes: number }> {
  const { files, now = Date.now() } = swept
  const sum = { count: 0, sizeBytes: 0 }
  for await (const { key, sizeBytes } of findOrphans(swept)) {
    signal.throwIfAborted()
    if (!(await files.removeKeptBefore(key, now - GRACE_MS))) continue
    sum.count += 1
    sum.sizeBytes += sizeBytes
  }
  return sum
}

async function withoutReferred(db: Db, contents: readonly KeptContent[]): Promise<readonly KeptContent[]> {
  const orphans: KeptContent[] = []
  // One organisation after the other: nobody sees the rows of several at once.
  for (const [organisationId, own] of Map.groupBy(contents, organisationOf)) {
    if (organisationId === null) continue
    const keys = own.map(({ key }) => key)
    const referred = await inTransaction(db, organisationId, (tx) => findReferred(tx, organisationId, keys))
    orphans.push(...own.filter(({ key }) => !referred.has(key)))
  }
  return orphans
}

/** `<organisation>/…`, `imports/<organisation>/…` or `exports/…`; anything else is not ours to touch. */
function organisationOf({ key }: KeptContent): string | null {
  const id = key.replace(/^(?:im|ex)ports\//, '').split('/')[0] ?? ''
  return isId(id) ? id : null
}
