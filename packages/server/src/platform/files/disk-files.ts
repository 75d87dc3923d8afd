import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { codeOf } from '../fault.ts'
import { checkedKey, contentKey, type FileStore, isKey, type KeptContent } from './file-store.ts'
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
    list: () => listFolder(places.folder),
    removeKeptBefore: async (key, before) => await removeOld(pathOf(key), places.spoolFolder, before),
  }
}

async function* listFolder(folder: string): AsyncGenerator<KeptContent> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  })
  for (const name of names) {
    const key = name.split(sep).join('/')
    const found = isKey(key) ? await stat(join(folder, name)).catch(() => null) : null
    if (found?.isFile()) yield { key, keptAt: found.mtimeMs, sizeBytes: found.size }
  }
}

/** Takes the name away first and looks then: a content put meanwhile has the name for itself, or gets it back. */
async function removeOld(path: string, spoolFolder: string, before: number): Promise<boolean> {
  const aside = join(spoolFolder, randomUUID())
  await mkdir(spoolFolder, { recursive: true, mode: 0o700 })
  try {
    await rename(path, aside)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
  if ((await stat(aside)).mtimeMs < before) {
    await rm(aside, { force: true })
    return true
  }
  await rename(aside, path)
  return false
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
