import { chown, lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** The user a server process runs as, when it must be another than ours. */
export type ClusterUser = { readonly uid: number; readonly gid: number }

/** `nobody` and `nogroup`: there on every system, so that no user has to be made. */
const NOBODY = 65_534

/** PostgreSQL refuses to run as root, so root's servers run as `nobody`; everybody else's as themselves. */
export function clusterUser(): ClusterUser | null {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null
}

/** The user of the cluster in `home`: for root, whoever owns one that is there already. */
export async function clusterUserOf(home: string): Promise<ClusterUser | null> {
  const user = clusterUser()
  if (!user) return null
  const owner = await stat(join(home, 'pg')).catch(() => undefined)
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : user
}

/** Gives a file or folder with all it holds to the user, if there is one. */
export async function giveTo(user: ClusterUser | null, path: string): Promise<void> {
  if (!user) return
  await chown(path, user.uid, user.gid)
  const info = await lstat(path)
  if (!info.isDirectory()) return
  for (const name of await readdir(path)) await giveTo(user, join(path, name))
}

/**
 * The first folder above `path`, or `path` itself, that the user may not enter; undefined when all is well.
 * Folders that do not exist yet are left out: we make them enterable.
 */
export async function findClosedDoor(user: ClusterUser | null, path: string): Promise<string | undefined> {
  if (!user) return undefined
  const parts = path.split('/').filter(Boolean)
  for (let length = 0; length <= parts.length; length++) {
    const folder = `/${parts.slice(0, length).join('/')}`
    const info = await lstat(folder).catch(() => undefined)
    if (!info) return undefined
    const isOwn = length === parts.length
    if (info.isDirectory() && (info.mode & 0o001) === 0 && !isOwn) return folder
  }
  return undefined
}
