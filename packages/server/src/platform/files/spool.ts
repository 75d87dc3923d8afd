import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ContentTooLarge } from './file-store.ts'

/** A content that lies whole and durable in a file nobody else knows. */
export type Spooled = { readonly path: string; readonly sizeBytes: number; readonly sha256: string }

/** Nobody writes to a file for this long without a byte; what is older was left by a crash. */
const LEFT_BEHIND_MS = 60 * 60 * 1000

/**
 * Writes a content to a file of its own, counting and hashing as it comes.
 *
 * @throws ContentTooLarge; then, as with every other fault, the file is gone
 */
export async function spool(
  folder: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Spooled> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomUUID())
  try {
    return { path, ...(await write(path, content, maxBytes)) }
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Omit<Spooled, 'path'>> {
  const hash = createHash('sha256')
  const file = await open(path, 'wx', 0o600)
  try {
    let sizeBytes = 0
    for await (const piece of content) {
      sizeBytes += piece.length
      if (sizeBytes > maxBytes) throw new ContentTooLarge(maxBytes)
      hash.update(piece)
      await file.writeFile(piece)
    }
    await file.sync()
    return { sizeBytes, sha256: hash.digest('hex') }
  } finally {
    await file.close()
  }
}

/** Clears away what processes that died in the middle have left. Others may be writing at the same time. */
export async function sweepSpool(folder: string, now = Date.now()): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < now - LEFT_BEHIND_MS) await rm(path, { force: true })
  }
}
