import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf } from '../fault.ts'
import { checkedKey, contentKey, type FileStore } from './file-store.ts'
import { spool } from './spool.ts'

/**
 * Keeps contents in a folder of this machine. A content is written elsewhere, made durable, and
 * only then given its name, which both happen at once and for good.
 *
 * @param places `folder` holds whole contents only; `spoolFolder` lies on the same file system
 */
export function createDiskFiles(places: {
  readonly folder: string
  readonly spoolFolder: string
}): FileStore {
  const pathOf = (key: string) => join(places.folder, ...checkedKey(key).split('/'))
  return {
    put: async (content, { folder, maxBytes }) => {
      const { path, sizeBytes, sha256 } = await spool(places.spoolFolder, content, maxBytes)
      const key = contentKey(folder, sha256)
      await moveInto(path, pathOf(key))
      return { key, sizeBytes, sha256 }
    },
    open: async (key, range) => {
      try {
        const file = await open(pathOf(key), 'r')
        return file.createReadStream(range ? { start: range.start, end: range.end } : {})
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return null
        throw error
      }
    },
    remove: async (key) => {
      await rm(pathOf(key), { force: true })
    },
  }
}

async function moveInto(path: string, target: string): Promise<void> {
  try {
    const folder = dirname(target)
    const made = await mkdir(folder, { recursive: true, mode: 0o700 })
    await rename(path, target)
    await sync(folder)
    // A new folder is itself a name in the one above it.
    if (made !== undefined)
      for (let above = folder; above.length >= made.length; above = dirname(above)) await sync(dirname(above))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

/** Makes the names in a folder durable. */
async function sync(folder: string): Promise<void> {
  // Windows has no such thing: there a name is as durable as the file.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
