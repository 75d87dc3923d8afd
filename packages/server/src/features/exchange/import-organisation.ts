import {
  type Archive,
  damaged,
  loadTables,
  openArchive,
  readSchemaNumber,
} from '../../platform/archive/index.ts'
import { txOf } from '../../platform/db/client-tx.ts'
import type { OwnConnection } from '../../platform/db/connect.ts'
import { codeOf, PlainFault } from '../../platform/fault.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { newId } from '../../platform/ids.ts'
import { appendToJournal } from '../../platform/journal/index.ts'
import { type Joined, joinImported } from '../identity/index.ts'
import { wholeEvent } from './organisation-export.ts'
import { folderOf } from './queries/describe-organisation.ts'
import { findTaken, listUnstored } from './queries/find-imported.ts'

/** What came in. */
export type ImportedOrganisation = Joined & {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly items: number
  readonly files: number
  readonly missing: number
}

/** Where an archive goes. */
export type ImportTarget = {
  /** A connection as the owner of the schema, for this alone. */
  readonly client: OwnConnection
  readonly files: FileStore
  /** How the organisation is called in addresses; as in the archive when left out. */
  readonly slug?: string | undefined
  readonly onProgress: (step: string) => void
}

const UNIQUE_VIOLATION = '23505'

/**
 * Makes an organisation of an archive: whole, in one transaction, or not at all. Its ids stay as they are,
 * so that links, the journal and what is written in texts go on to be true; an organisation that is here
 * already is refused, and none is ever touched.
 *
 * @throws PlainFault with what is wrong with the archive, or that the organisation or its short name is here
 */
export async function importOrganisation(file: string, target: ImportTarget): Promise<ImportedOrganisation> {
  const { client } = target
  const archive = await openArchive(file, await readSchemaNumber(client))
  const stored: string[] = []
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0')
    const imported = await takeIn(archive, target, stored)
    await client.query('commit')
    target.onProgress('looking at the tables')
    // Answers are slow until the database knows how much there is.
    await client.query('analyze')
    return imported
  } catch (error) {
    await client.query('rollback').catch(() => {})
    // Nothing refers to them: the organisation was not here before, and is not now.
    for (const key of stored) await target.files.remove(key).catch(() => {})
    throw codeOf(error) === UNIQUE_VIOLATION
      ? new PlainFault(
          `${archive.manifest.organisation.name} was imported by somebody else at the same time. Nothing was changed.`,
          { cause: error },
        )
      : error
  } finally {
    await archive.close()
  }
}

async function takeIn(
  archive: Archive,
  target: ImportTarget,
  stored: string[],
): Promise<ImportedOrganisation> {
  const { client, onProgress } = target
  const { organisation, tables, files, missing } = archive.manifest
  const slug = target.slug ?? organisation.slug
  const tx = txOf(client)
  await checkFree(tx, { ...organisation, slug })
  await tx.query({ text: `select set_config('app.organisation_id', $1, true)`, values: [organisation.id] })
  const members = await loadTables(archive, { client, slug, onProgress })
  for (const [index, { path }] of files.entries()) {
    onProgress(`file ${index + 1} of ${files.length}`)
    const folder = folderOf(path, organisation.id)
    const { key } = await target.files.put(archive.content(path), {
      folder,
      maxBytes: Number.MAX_SAFE_INTEGER,
    })
    stored.push(key)
  }
  await checkContents(archive, tx)
  const within = { tx, organisationId: organisation.id }
  const joined = await joinImported(within, members)
  const now = Date.now()
  const unit = { newId, now, actor: { kind: 'system' } } as const
  const { known, invited } = joined
  const data = { organisation: { name: organisation.name }, madeAt: archive.manifest.madeAt, known, invited }
  await appendToJournal(tx, {
    organisationId: organisation.id,
    events: [wholeEvent(unit, 'exchange.organisation_imported', { id: newId<'Import'>(), data })],
    idempotency: null,
  })
  const items = tables.find(({ name }) => name === 'work_item')?.rows ?? 0
  const { id, name } = organisation
  return { ...joined, id, slug, name, items, files: files.length, missing: missing.length }
}

async function checkFree(
  tx: ReturnType<typeof txOf>,
  wanted: { readonly id: string; readonly slug: string; readonly name: string },
): Promise<void> {
  const taken = await findTaken(tx, wanted)
  if (taken?.id === wanted.id)
    throw new PlainFault(
      `The organisation ${wanted.name} is here already, as ${taken.slug}. An archive makes an organisation anew and changes none; import it into another installation. Nothing was changed.`,
    )
  if (taken)
    throw new PlainFault(
      `Another organisation here is called ${wanted.slug}. Give this one another short name with  --slug NAME. Nothing was changed.`,
    )
}

/** Every content that a row names came along, or is known to have been lost before. */
async function checkContents({ file, manifest }: Archive, tx: ReturnType<typeof txOf>): Promise<void> {
  const known = [...manifest.files.map(({ path }) => path), ...manifest.missing]
    .filter((path) => path.startsWith('files/'))
    .map((path) => path.slice('files/'.length))
  const [lost] = await listUnstored(tx, manifest.organisation.id, known)
  if (lost !== undefined) throw damaged(file, `the content of the file ${lost} is not in it`)
}
