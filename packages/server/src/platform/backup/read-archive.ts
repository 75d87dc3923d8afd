import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { codeOf, PlainFault } from '../fault.ts'
import { FILES_FOLDER, MANIFEST_ENTRY, type Manifest, parseManifest, TABLES_FOLDER } from './manifest.ts'

/** What an entry of the archive is. */
export type ArchiveEntry =
  | { readonly kind: 'table'; readonly name: string; readonly content: Readable }
  | { readonly kind: 'file'; readonly path: string; readonly content: Readable }
  | { readonly kind: 'manifest'; readonly content: Readable }

/**
 * The entries of a backup, in order. Each content must be read to its end before the next entry.
 */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const source = createReadStream(file)
  const gunzip = createGunzip()
  const tar = extract()
  source.on('error', (error) => gunzip.destroy(error))
  gunzip.on('error', (error) => tar.destroy(error))
  source.pipe(gunzip).pipe(tar)
  try {
    for await (const entry of tar) {
      const content = Readable.from(entry, { objectMode: false })
      const known = identify(entry.header.name, content)
      if (known) yield known
      else content.resume()
    }
  } finally {
    source.destroy()
  }
}

function identify(name: string, content: Readable): ArchiveEntry | undefined {
  if (name === MANIFEST_ENTRY) return { kind: 'manifest', content }
  if (name.startsWith(FILES_FOLDER)) return { kind: 'file', path: name.slice(FILES_FOLDER.length), content }
  const table = name.startsWith(TABLES_FOLDER) ? name.split('/')[1] : undefined
  return table ? { kind: 'table', name: table, content } : undefined
}

/**
 * Reads the whole archive and compares everything with the checksums of its manifest.
 *
 * @throws PlainFault when the file is missing, no archive or cut off, or anything in it is missing or different
 */
export async function verifyArchive(file: string, onProgress: (step: string) => void): Promise<Manifest> {
  try {
    return await verify(file, onProgress)
  } catch (error) {
    throw explainArchiveFault(file, error)
  }
}

async function verify(file: string, onProgress: (step: string) => void): Promise<Manifest> {
  const tables = new Map<string, Hash>()
  const files = new Map<string, string>()
  let manifest: Manifest | undefined
  for await (const entry of readArchive(file)) {
    if (entry.kind === 'manifest') {
      manifest = parseManifest(await text(entry.content))
      continue
    }
    onProgress(entry.kind === 'table' ? `checking table ${entry.name}` : 'checking files')
    const hash =
      entry.kind === 'table' ? (tables.get(entry.name) ?? createHash('sha256')) : createHash('sha256')
    for await (const chunk of entry.content) hash.update(chunk as Buffer) // Entries of an archive are bytes.
    if (entry.kind === 'table') tables.set(entry.name, hash)
    else files.set(entry.path, hash.digest('hex'))
  }
  if (!manifest)
    throw new PlainFault(
      `${file} is no whole backup of this version of Millrace: its list of contents is missing.`,
    )
  const sums = new Map([...tables].map(([name, hash]) => [name, hash.digest('hex')]))
  checkSums(file, manifest, { tables: sums, files })
  return manifest
}

/** SHA-256 of nothing: an empty table has no entry. */
const EMPTY = createHash('sha256').digest('hex')

function checkSums(
  file: string,
  manifest: Manifest,
  found: { readonly tables: ReadonlyMap<string, string>; readonly files: ReadonlyMap<string, string> },
): void {
  const listedFiles = manifest.files ?? []
  const wrong = [
    ...manifest.tables
      .filter(({ name, sha256 }) => (found.tables.get(name) ?? EMPTY) !== sha256)
      .map(({ name }) => `table ${name}`),
    ...listedFiles
      .filter(({ path, sha256 }) => found.files.get(path) !== sha256)
      .map(({ path }) => `file ${path}`),
  ]
  const isLonger =
    found.files.size > listedFiles.length ||
    [...found.tables.keys()].some((name) => !manifest.tables.some((table) => table.name === name))
  if (wrong.length === 0 && !isLonger) return
  throw new PlainFault(
    `The backup ${file} is damaged (${wrong[0] ?? 'it holds what its list does not name'}). Nothing was changed; use another one.`,
  )
}

/** A backup that cannot be read is something to tell, not to report. */
function explainArchiveFault(file: string, error: unknown): unknown {
  if (error instanceof PlainFault) return error
  switch (codeOf(error)) {
    case 'ENOENT':
      return new PlainFault(`There is no file ${file}.`)
    case 'EACCES':
      return new PlainFault(`This user may not read ${file}.`)
    case 'EISDIR':
      return new PlainFault(`${file} is a directory, not a backup.`)
    default:
      return new PlainFault(
        `${file} is no whole backup: it cannot be read to its end. Nothing was changed.`,
        { cause: error },
      )
  }
}
