import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { codeOf, PlainFault } from '../fault.ts'
import { type ClusterUser, findClosedDoor } from './cluster-user.ts'

/** What a data directory knows about its embedded database: where it lies, its port and its password. */
export type DatabaseRecord = { readonly home: string; readonly port: number; readonly password: string }

const FILE = 'database.json'
/** Where root's database goes when the data directory lies behind a door that `nobody` may not pass. */
const SYSTEM_HOMES = '/var/lib/millrace'

/** What the data directory says about its database; undefined before the first start. */
export async function readRecord(dataDir: string): Promise<DatabaseRecord | undefined> {
  const file = join(dataDir, FILE)
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  })
  if (text === undefined) return undefined
  try {
    // Our own file, written by `writeRecord`; its fields are checked below.
    const { home, port, password } = JSON.parse(text) as Partial<DatabaseRecord>
    // A relative home lets the data directory be moved as a whole.
    if (home !== undefined && port !== undefined && password !== undefined)
      return { home: home === '.' ? dataDir : home, port, password }
  } catch {
    // Reported below.
  }
  throw new PlainFault(
    `${file} is damaged. Put it back from a copy of the data directory, or restore a backup into an empty one.`,
  )
}

/** Writes the record, whole or not at all. */
export async function writeRecord(dataDir: string, record: DatabaseRecord): Promise<void> {
  const file = join(dataDir, FILE)
  const home = record.home === dataDir ? '.' : record.home
  await writeFile(`${file}.new`, `${JSON.stringify({ ...record, home }, null, 2)}\n`, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/**
 * Chooses where a new database lies: in the data directory, or, for root, in `/var/lib/millrace` when
 * the data directory is under a folder that only root may enter, such as `/root`.
 */
export async function chooseHome(
  dataDir: string,
  user: ClusterUser | null,
): Promise<{ readonly home: string; readonly closedDoor: string | undefined }> {
  const closedDoor = await findClosedDoor(user, dataDir)
  if (closedDoor === undefined) return { home: dataDir, closedDoor }
  return { home: join(SYSTEM_HOMES, randomBytes(6).toString('hex')), closedDoor }
}

/**
 * Makes a private folder. When the server runs as another user, that one may pass through it, and
 * still nobody else may.
 */
export async function makeHome(home: string, user: ClusterUser | null): Promise<void> {
  // Folders above are made as usual; only the last one is private.
  await mkdir(dirname(home), { recursive: true })
  await mkdir(home, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error
  })
  if (!user) return
  const { mode } = await stat(home)
  if ((mode & 0o001) !== 0) return
  await chown(home, -1, user.gid)
  await chmod(home, (mode & 0o777) | 0o010)
}

export function newPassword(): string {
  return randomBytes(24).toString('hex')
}
