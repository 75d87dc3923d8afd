import { type Manifest, writeArchive } from '../../platform/archive/index.ts'
import { type ExecuteDeps, runInTime } from '../../platform/commands/index.ts'
import type { Db } from '../../platform/db/transaction.ts'
import type { FileStore } from '../../platform/files/index.ts'
import { newId } from '../../platform/ids.ts'
import { wholeEvent } from './organisation-export.ts'
import { describeOrganisation } from './queries/describe-organisation.ts'

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Writes an organisation into an archive that `take` keeps, for whoever sits at the terminal, and notes
 * in the journal that it went out.
 *
 * @param wanted.name how the file is called, for the audit
 */
export async function writeOrganisation(
  deps: ExecuteDeps & { readonly files: FileStore; readonly copyPool: Db['pool']; readonly version: string },
  wanted: {
    readonly organisationId: string
    readonly name: string
    readonly onProgress: (done: number, total: number) => void
  },
  take: (content: AsyncIterable<Uint8Array>) => Promise<void>,
): Promise<Manifest> {
  const { organisationId, name, onProgress } = wanted
  const client = await deps.copyPool.connect()
  let manifest: Manifest | undefined
  let fault: Error | undefined
  try {
    const archive = writeArchive({
      client,
      organisationId,
      describe: describeOrganisation,
      open: (key) => deps.files.open(key),
      version: deps.version,
      signal: new AbortController().signal,
      onProgress,
      onWritten: (written) => {
        manifest = written
      },
    })
    await take(archive)
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    client.release(fault)
  }
  if (!manifest) throw new Error('the archive has no end')
  const count = manifest.tables.find((table) => table.name === 'work_item')?.rows ?? 0
  await runInTime(deps, { organisationId, personId: NOBODY }, async (unit) => {
    const data = { export: { name, count } }
    unit.record([wholeEvent(unit, 'exchange.organisation_exported', { id: newId<'Export'>(), data })])
    await Promise.resolve()
  })
  return manifest
}
