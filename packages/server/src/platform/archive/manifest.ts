import { z } from 'zod'

/** Layout of the archive; raised when an older Millrace could no longer read it. */
export const FORMAT = 1
export const KIND = 'millrace-organisation'
export const MANIFEST_PATH = 'manifest.json'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Names that may be put into a statement between double quotes. */
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)
const count = z.int().min(0)
const id = z.uuid().lowercase()

const manifestSchema = z.object({
  kind: z.literal(KIND),
  format: z.literal(FORMAT),
  /** The Millrace that made it, and the last schema change it knew. */
  millrace: z.string().max(100),
  schema: count,
  madeAt: z.iso.datetime(),
  organisation: z.object({
    id,
    slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
    name: z.string().max(500),
  }),
  /** How far the journal reached at that moment. */
  journalSeq: count,
  /** Rows as JSON objects, one a line, in one or more files. */
  tables: z.array(
    z.object({
      name,
      columns: z.array(name),
      rows: count,
      parts: z.array(z.object({ path: z.string().max(200), bytes: count, sha256 })),
    }),
  ),
  /** Contents of files: `files/<sha256>`, and `imports/<id of the import>/<sha256>`. */
  files: z.array(
    z.object({ path: z.string().regex(/^(?:files|imports\/[0-9a-f-]{36})\/[0-9a-f]{64}$/), bytes: count }),
  ),
  /** Contents that rows name and that could not be read when the archive was made. */
  missing: z.array(z.string().max(200)),
})

/** What an archive holds, with a checksum for everything. */
export type Manifest = z.infer<typeof manifestSchema>
export type ArchivedTable = Manifest['tables'][number]

/** What was found where the manifest should be. */
export type ReadManifest =
  | { readonly kind: 'good'; readonly manifest: Manifest }
  | { readonly kind: 'newer'; readonly millrace: string }
  | { readonly kind: 'foreign' }

const headSchema = z.object({ kind: z.literal(KIND), format: z.int(), millrace: z.string().max(100) })

/** Reads a manifest, of whatever version. */
export function readManifest(text: string): ReadManifest {
  const value = parse(text)
  const head = headSchema.safeParse(value).data
  if (!head) return { kind: 'foreign' }
  if (head.format > FORMAT) return { kind: 'newer', millrace: head.millrace }
  const manifest = manifestSchema.safeParse(value).data
  return manifest ? { kind: 'good', manifest } : { kind: 'foreign' }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
