import { createHash } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { codeOf, PlainFault } from '../fault.ts'
import { openZip, ZipFault, type ZipFile } from '../zip/index.ts'
import { type ArchivedTable, MANIFEST_PATH, type Manifest, readManifest } from './manifest.ts'

/** An archive whose manifest is read. Contents are compared with it while they are read. */
export type Archive = {
  readonly file: string
  readonly manifest: Manifest
  /** The lines of a table, in pieces. @throws PlainFault when they are not those that were written */
  readonly table: (table: ArchivedTable) => AsyncGenerator<Buffer>
  /** A content. @throws PlainFault as above */
  readonly content: (path: string) => AsyncGenerator<Uint8Array>
  readonly close: () => Promise<void>
}

const MANIFEST_BYTES_MAX = 512 * 1024 * 1024
/** Lines of JSON become 5 to 20 times smaller; what becomes so much larger is a trap. */
const GROWTH_MAX = 150
const GROWTH_FREE_BYTES = 100_000_000

/**
 * Opens the archive of an organisation.
 *
 * @throws PlainFault when it is missing, none, damaged, newer than this Millrace, or a trap
 */
export async function openArchive(file: string, schema: number): Promise<Archive> {
  const zip = await openZip(file).catch((error: unknown) => {
    throw explainArchive(file, error)
  })
  try {
    checkGrowth(file, zip)
    const manifest = await manifestOf(file, zip)
    if (manifest.schema > schema) throw newer(file, manifest.millrace)
    checkNames(file, zip, manifest)
    return {
      file,
      manifest,
      table: (table) => explained(file, tableLines(file, zip, table)),
      content: (path) => explained(file, content(file, zip, path)),
      close: zip.close,
    }
  } catch (error) {
    await zip.close()
    throw explainArchive(file, error)
  }
}

function checkGrowth(file: string, { entries, fileBytes }: ZipFile): void {
  let bytes = 0
  for (const entry of entries.values()) bytes += entry.bytes
  if (bytes <= GROWTH_MAX * fileBytes + GROWTH_FREE_BYTES) return
  throw new PlainFault(
    `${file} would unpack to ${(bytes / 1e9).toFixed(1)} GB, far more than an export of its size holds. Nothing was changed.`,
  )
}

async function manifestOf(file: string, zip: ZipFile): Promise<Manifest> {
  const entry = zip.entries.get(MANIFEST_PATH)
  if (!entry || entry.bytes > MANIFEST_BYTES_MAX) throw foreign(file)
  const found = readManifest(await text(zip.stream(entry)))
  switch (found.kind) {
    case 'good':
      return found.manifest
    case 'newer':
      throw newer(file, found.millrace)
    default:
      throw foreign(file)
  }
}

/** What the manifest names is there, and nothing else. */
function checkNames(file: string, { entries }: ZipFile, manifest: Manifest): void {
  const named = [
    MANIFEST_PATH,
    ...manifest.tables.flatMap(({ parts }) => parts.map(({ path }) => path)),
    ...manifest.files.map(({ path }) => path),
  ]
  const lost = named.find((path) => !entries.has(path))
  if (lost !== undefined) throw damaged(file, `${lost} is missing`)
  const known = new Set(named)
  const strange = [...entries.keys()].find((path) => !known.has(path) && !path.endsWith('/'))
  if (strange !== undefined || known.size !== named.length)
    throw damaged(file, `it holds ${strange ?? 'something twice'}, which its list of contents does not name`)
}

async function* tableLines(file: string, zip: ZipFile, table: ArchivedTable): AsyncGenerator<Buffer> {
  for (const { path, bytes, sha256 } of table.parts) {
    const hash = createHash('sha256')
    let size = 0
    for await (const piece of pieces(file, zip, path)) {
      size += piece.length
      hash.update(piece)
      yield Buffer.from(piece.buffer, piece.byteOffset, piece.length)
    }
    if (size !== bytes || hash.digest('hex') !== sha256) throw damaged(file, `${path} was changed`)
  }
}

async function* content(file: string, zip: ZipFile, path: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  for await (const piece of pieces(file, zip, path)) {
    hash.update(piece)
    yield piece
  }
  // A content is called by its checksum.
  if (!path.endsWith(`/${hash.digest('hex')}`)) throw damaged(file, `${path} was changed`)
}

function pieces(file: string, zip: ZipFile, path: string): AsyncGenerator<Uint8Array> {
  const entry = zip.entries.get(path)
  if (!entry) throw damaged(file, `${path} is missing`)
  return zip.stream(entry)
}

async function* explained<Piece>(file: string, content: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    yield* content
  } catch (error) {
    throw explainArchive(file, error)
  }
}

/** An archive that cannot be used, said in a sentence. */
export function damaged(file: string, what: string): PlainFault {
  return new PlainFault(`The archive ${file} is damaged: ${what}. Nothing was changed; export it again.`)
}

function newer(file: string, millrace: string): PlainFault {
  return new PlainFault(
    `${file} was made by a newer Millrace (${millrace}). Bring this one up to date first. Nothing was changed.`,
  )
}

function foreign(file: string): PlainFault {
  return new PlainFault(
    `${file} is no export of an organisation that this Millrace can read. Nothing was changed.`,
  )
}

/** An archive that cannot be read is something to tell, not to report. */
function explainArchive(file: string, error: unknown): unknown {
  if (error instanceof ZipFault)
    return new PlainFault(
      `${file} is no whole export of an organisation: ${error.message}. Nothing was changed.`,
      { cause: error },
    )
  switch (codeOf(error)) {
    case 'ENOENT':
      return new PlainFault(`There is no file ${file}.`)
    case 'EACCES':
      return new PlainFault(`This user may not read ${file}.`)
    case 'EISDIR':
      return new PlainFault(`${file} is a directory, not an export.`)
    default:
      return error
  }
}
