import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import {
  type ImportedOrganisation,
  importOrganisation,
  writeOrganisation,
} from '../../features/exchange/index.ts'
import { addUser } from '../../features/identity/index.ts'
import { ARCHIVED } from '../../platform/archive/organisation-tables.ts'
import { readShapes } from '../../platform/archive/table-shapes.ts'
import { withConnection } from '../../platform/db/connect.ts'
import { createLibraryPool } from '../../platform/db/pool.ts'
import type { Db } from '../../platform/db/transaction.ts'
import { type FileStore, openFiles } from '../../platform/files/index.ts'
import { createTestDatabase } from '../../platform/testing/database.ts'
import { openZip, zipFiles } from '../../platform/zip/index.ts'
import { composeRegistry } from '../registry.ts'

/** A database as tests have them. */
export type Place = {
  readonly db: Db
  readonly owner: Db
  readonly url: string
  readonly role: string | null
}

/** The files of an archive by their paths, to be spoilt. */
export type Parts = Map<string, Buffer>

/** A folder for archives and stores of files, and a second installation to import into. */
export async function openLab() {
  const folder = await mkdtemp(join(tmpdir(), 'millrace-archive-'))
  const target = await createTestDatabase()
  const store = (name: string) => openFiles({ dataDir: join(folder, name), files: null })
  const [here, there] = await Promise.all([store('here'), store('there')])
  let serial = 0
  const fresh = () => join(folder, `${serial++}.zip`)

  async function pack(from: Place, organisationId: string, files: FileStore): Promise<string> {
    const path = fresh()
    const copyPool = createLibraryPool({ connectionString: from.url, role: from.role, max: 1 })
    try {
      await writeOrganisation(
        {
          db: from.db,
          registry: composeRegistry(),
          onCommitted: () => {},
          files,
          copyPool,
          version: '0.0.1',
        },
        { organisationId, name: 'mill.zip', onProgress: () => {} },
        (content) => writeFile(path, content),
      )
    } finally {
      await copyPool.end()
    }
    return path
  }

  return {
    folder,
    here,
    there,
    target,
    /** Exports from an installation. */
    pack,
    /** Imports into the second installation. */
    unpack: async (path: string, slug?: string): Promise<ImportedOrganisation> =>
      await withConnection(target.url, (client) =>
        importOrganisation(path, { client, files: there, slug, onProgress: () => {} }),
      ),
    /** The same archive with something else in it. */
    spoil: async (path: string, change: (parts: Parts) => void): Promise<string> => {
      const parts = await readParts(path)
      change(parts)
      const spoilt = fresh()
      await writeFile(
        spoilt,
        zipFiles([...parts].map(([name, content]) => ({ path: name, content: [content] }))),
      )
      return spoilt
    },
    close: async () => {
      await target.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is in an archive. */
export async function readParts(path: string): Promise<Parts> {
  const zip = await openZip(path)
  const parts: Parts = new Map()
  for (const [name, entry] of zip.entries) parts.set(name, await buffer(zip.stream(entry)))
  await zip.close()
  return parts
}

/** Accounts in another installation for everybody who can sign in to an organisation. */
export async function bringAccounts(from: Place, to: Place, organisationId: string): Promise<void> {
  const { rows } = await from.owner.pool.query<{ name: string; email: string }>(
    `select p.name, p.email from auth_member m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
     where m.organisation_id = $1 order by p.id`,
    [organisationId],
  )
  for (const { name, email } of rows) {
    const password = 'correct horse battery'
    await addUser(to.db, { name, email: email.toLowerCase(), password, place: null })
  }
}

/** Every row that goes into an archive, by table: what it says of itself, straight from the database. */
export async function rowsOf(place: Place, organisationId: string): Promise<ReadonlyMap<string, string[]>> {
  return await withConnection(place.url, async (client) => {
    const shapes = await readShapes(client)
    const found = new Map<string, string[]>()
    for (const { table, scope, columns, where } of shapes) {
      const list = columns.map((column) => `t."${column}"`).join(', ')
      const { rows } = await client.query<{ row: string }>(
        `select row(${list})::text as row from "${table}" t where t.${scope} = $1${where === undefined ? '' : ` and ${where}`} order by 1`,
        [organisationId],
      )
      found.set(
        table,
        rows.map(({ row }) => row),
      )
    }
    return found
  })
}

/** Every table that goes into an archive. */
export const TABLES: readonly string[] = ARCHIVED.map(({ table }) => table)

/** A fingerprint of everything in a database that is not of one organisation. */
export async function restOf(
  place: Place,
  organisationId: string,
): Promise<Readonly<Record<string, string>>> {
  return await withConnection(place.url, async (client) => {
    const { rows: tables } = await client.query<{ name: string; has: boolean }>(`
select c.relname as name, exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'organisation_id') as has
from pg_class c where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
order by c.relname`)
    const rest: Record<string, string> = {}
    for (const { name, has } of tables) {
      const column = has ? 'organisation_id' : name === 'organisation' ? 'id' : null
      const where = column === null ? '' : `where t.${column} is distinct from '${organisationId}'`
      const { rows } = await client.query<{ sum: string | null }>(
        `select md5(string_agg(t::text, '|' order by t::text)) as sum from "${name}" t ${where}`,
      )
      rest[name] = rows[0]?.sum ?? 'empty'
    }
    return rest
  })
}
