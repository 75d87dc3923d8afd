import { z } from 'zod'

/** Layout of the archive; raised when an older Millrace could no longer read it. */
export const FORMAT = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Names that may be put into a statement between double quotes. */
const name = z.string().regex(/^[a-z_][a-z0-9_]*$/)

const manifestSchema = z.object({
  format: z.literal(FORMAT),
  /** Millrace and PostgreSQL that made the backup. */
  millrace: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** The schema: every migration that had run. */
  migrations: z.array(z.object({ number: z.int(), name: z.string(), checksum: sha256 })),
  /** Contents in PostgreSQL's COPY text format, UTF-8, in the entries `tables/<name>/<part>`. */
  tables: z.array(z.object({ name, columns: z.array(name), rows: z.int(), bytes: z.int(), sha256 })),
  sequences: z.array(z.object({ name, value: z.int(), isCalled: z.boolean() })),
  /** Entries `files/<path>`; null when files are kept in a bucket and not in the backup. */
  files: z.array(z.object({ path: z.string(), bytes: z.int(), sha256 })).nullable(),
})

/** What a backup holds, with a checksum for everything. It is the last entry of the archive. */
export type Manifest = z.infer<typeof manifestSchema>

export const MANIFEST_ENTRY = 'manifest.json'
export const TABLES_FOLDER = 'tables/'
export const FILES_FOLDER = 'files/'

/** @returns nothing when the text is no manifest of a format we know */
export function parseManifest(text: string): Manifest | undefined {
  try {
    return manifestSchema.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
