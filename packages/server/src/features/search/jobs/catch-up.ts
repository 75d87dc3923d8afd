import { buffer } from 'node:stream/consumers'
import { decodeText } from '@millrace/formats/text'
import { type Db, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { contentKey, type FileStore } from '../../../platform/files/index.ts'
import {
  findMissingComments,
  findMissingFiles,
  findMissingItems,
  findUnreadFiles,
  type Piece,
} from '../queries/find-missing.ts'
import { readCommentSources, readFileSources, readItemSources } from '../queries/read-sources.ts'
import { addEntries, keepFileTexts, putEntries } from '../store.ts'

/** What catching up needs. */
export type CatchUpDeps = { readonly db: Db; readonly files: FileStore }

const FIRST_ID = '00000000-0000-0000-0000-000000000000'
const AT_ONCE = 500
const FILES_AT_ONCE = 20
/** Larger ones are data rather than something to read. */
const FILE_BYTES_MAX = 256 * 1024
const TEXT_TYPES = ['text/plain', 'text/markdown', 'text/csv']

const KINDS = [
  { find: findMissingItems, read: readItemSources },
  { find: findMissingComments, read: readCommentSources },
  { find: findMissingFiles, read: readFileSources },
] as const

/**
 * Makes findable what is not yet: what an older Millrace wrote, and the texts of files. In pieces, each
 * in a transaction of its own, so that nobody waits for all of it.
 */
export async function catchUp(deps: CatchUpDeps, organisationId: string, signal: AbortSignal): Promise<void> {
  for (const { find, read } of KINDS) {
    await piecewise(AT_ONCE, signal, (after) =>
      inTransaction(deps.db, organisationId, async (tx) => {
        const ids = await find(tx, { organisationId, after, limit: AT_ONCE })
        if (ids.length > 0) addEntries({ tx, organisationId }, await read(tx, organisationId, ids))
        return ids
      }),
    )
  }
  await readFiles(deps, organisationId, signal)
}

/** Reads the texts of files that are small and nothing but text. */
export async function readFiles(
  deps: CatchUpDeps,
  organisationId: string,
  signal: AbortSignal,
): Promise<void> {
  await piecewise(FILES_AT_ONCE, signal, async (after) => {
    const piece = { organisationId, after, limit: FILES_AT_ONCE }
    const unread = await inTransaction(deps.db, organisationId, (tx) => findUnread(tx, piece))
    const texts: { readonly file_id: string; readonly text: string }[] = []
    for (const { id, sha256 } of unread) {
      texts.push({ file_id: id, text: await textOf(deps.files, contentKey(organisationId, sha256)) })
    }
    const ids = unread.map(({ id }) => id)
    await inTransaction(deps.db, organisationId, async (tx) => {
      keepFileTexts({ tx, organisationId }, texts)
      putEntries({ tx, organisationId }, await readFileSources(tx, organisationId, ids))
    })
    return ids
  })
}

const findUnread = (tx: Tx, piece: Piece) =>
  findUnreadFiles(tx, { ...piece, maxBytes: FILE_BYTES_MAX, mediaTypes: TEXT_TYPES })

/** A content that is missing has no text; nor has one that is not text after all. */
async function textOf(files: FileStore, key: string): Promise<string> {
  const stream = await files.open(key)
  if (!stream) return ''
  const { text, report } = decodeText(await buffer(stream))
  return report.brokenBytes.count > 0 || text.includes('\0') ? '' : text.toWellFormed()
}

async function piecewise(
  size: number,
  signal: AbortSignal,
  work: (after: string) => Promise<readonly string[]>,
): Promise<void> {
  let after = FIRST_ID
  for (;;) {
    signal.throwIfAborted()
    const ids = await work(after)
    const last = ids.at(-1)
    if (last === undefined || ids.length < size) return
    after = last
  }
}
