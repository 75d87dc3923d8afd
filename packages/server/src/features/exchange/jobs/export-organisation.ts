import type { Actor } from '@millrace/core/kernel'
import { EVERY_FIELD } from '@millrace/core/work'
import { type Manifest, writeArchive } from '../../../platform/archive/index.ts'
import { type ExecuteDeps, executeWork, type Unit } from '../../../platform/commands/index.ts'
import { type Db, inTransaction } from '../../../platform/db/transaction.ts'
import type { FileStore, StoredContent } from '../../../platform/files/index.ts'
import type { Job, JobHandler } from '../../../platform/jobs/index.ts'
import { DROP_EXPORT_JOB, KEPT_MS } from '../commands/steer-organisation-export.ts'
import { fileName } from '../export/file-name.ts'
import {
  EXPORT_ORGANISATION_JOB,
  type ExportReport,
  type OrganisationExportRow,
  wholeEvent,
} from '../organisation-export.ts'
import { describeOrganisation } from '../queries/describe-organisation.ts'
import { findExport } from '../queries/find-organisation-exports.ts'
import { endExport, lockRunningExport, noteExportProgress } from '../store/organisation-exports.ts'

/** What exporting an organisation needs. */
export type OrganisationExportDeps = ExecuteDeps & {
  readonly files: FileStore
  /** Connections that do not gather statements. */
  readonly copyPool: Db['pool']
  readonly version: string
  readonly onFault: (error: unknown) => void
}

/** A disk that is full is full again a minute later; whoever waits is told. */
const ATTEMPTS = 3
const NOTE_EVERY_MS = 1_000

/** What a worker does about exports of whole organisations. */
export function createOrganisationExportJobs(deps: OrganisationExportDeps): ReadonlyMap<string, JobHandler> {
  return new Map<string, JobHandler>([
    [EXPORT_ORGANISATION_JOB, (job, signal) => handle(deps, job, signal)],
    [DROP_EXPORT_JOB, (job) => deps.files.remove(String(job.payload['key']))],
  ])
}

/** Begins anew after a crash; a fault is tried again a few times. */
async function handle(deps: OrganisationExportDeps, job: Job, signal: AbortSignal): Promise<void> {
  const organisationId = job.organisation_id ?? ''
  const id = String(job.payload['exportId'])
  const row = await inTransaction(deps.db, organisationId, (tx) => findExport(tx, organisationId, id))
  if (row?.state !== 'running') return
  const about = { organisationId, row }
  const cancelled = new AbortController()
  try {
    const { stored, manifest } = await make(deps, about, { signal, cancelled })
    await end(deps, about, { stored, report: reportOf(manifest) })
  } catch (error) {
    if (cancelled.signal.aborted) return
    if (signal.aborted || job.attempts < ATTEMPTS) throw error
    await end(deps, about, { stored: null, report: {} })
    deps.onFault(error)
  }
}

type About = { readonly organisationId: string; readonly row: OrganisationExportRow }
type Made = { readonly stored: StoredContent; readonly manifest: Manifest }

/** Writes the archive into the store, notes every second how far it is, and leaves off when it was cancelled. */
async function make(
  { db, files, copyPool, version, onFault }: OrganisationExportDeps,
  { organisationId, row }: About,
  { signal, cancelled }: { readonly signal: AbortSignal; readonly cancelled: AbortController },
): Promise<Made> {
  const client = await copyPool.connect()
  let at = { done: 0, total: 0 }
  let manifest: Manifest | undefined
  const note = setInterval(() => {
    inTransaction(db, organisationId, (tx) =>
      noteExportProgress(tx, { organisationId, id: row.id, ...at }),
    ).then((isWanted) => {
      if (!isWanted) cancelled.abort(new Error('the export was cancelled'))
    }, onFault)
  }, NOTE_EVERY_MS)
  let fault: Error | undefined
  try {
    const archive = writeArchive({
      client,
      organisationId,
      describe: describeOrganisation,
      open: (key) => files.open(key),
      version,
      signal: AbortSignal.any([signal, cancelled.signal]),
      onProgress: (done, total) => {
        at = { done, total }
      },
      onWritten: (written) => {
        manifest = written
      },
    })
    const folder = `exports/${organisationId}/${row.id}`
    const stored = await files.put(archive, { folder, maxBytes: Number.MAX_SAFE_INTEGER })
    if (!manifest) throw new Error('the archive has no end')
    return { stored, manifest }
  } catch (error) {
    fault = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    clearInterval(note)
    // One that stopped in the middle of an answer is of no use to anybody.
    client.release(fault)
  }
}

function reportOf({ organisation, tables, files, missing, madeAt }: Manifest): ExportReport {
  return {
    name: fileName(organisation.slug, madeAt.slice(0, 'YYYY-MM-DD'.length), 'zip'),
    items: tables.find(({ name }) => name === 'work_item')?.rows ?? 0,
    files: files.length,
    missing: missing.length,
  }
}

async function end(
  deps: OrganisationExportDeps,
  { organisationId, row }: About,
  made: { readonly stored: StoredContent | null; readonly report: ExportReport },
): Promise<void> {
  const { stored, report } = made
  const file = stored && { key: stored.key, sizeBytes: stored.sizeBytes }
  const isKept = await asStarter(deps, { organisationId, row }, async (unit) => {
    if (!(await lockRunningExport(unit, row.id))) return false
    await endExport(unit, row.id, { file, report, expiresAt: unit.now + KEPT_MS })
    const { name = '', items: count = 0 } = report
    unit.record([
      stored === null
        ? wholeEvent(unit, 'exchange.organisation_export_failed', { id: row.id })
        : wholeEvent(unit, 'exchange.organisation_exported', {
            id: row.id,
            data: { export: { name, count }, sha256: stored.sha256 },
          }),
    ])
    return true
  })
  // It was cancelled at the last moment.
  if (!isKept && stored) await deps.files.remove(stored.key)
}

async function asStarter<Value>(
  deps: ExecuteDeps,
  { organisationId, row }: About,
  work: (unit: Unit) => Promise<Value>,
): Promise<Value | undefined> {
  const personId = row.started_by
  const principal = {
    userId: null,
    personId,
    organisationId,
    orgRole: 'member',
    access: { version: 0, containers: new Map(), fields: EVERY_FIELD },
    scopes: null,
  } as const
  const actor: Actor = { kind: 'person', personId }
  let value: Value | undefined
  await executeWork(deps, { principal, actor }, async (unit) => {
    value = await work(unit)
  })
  return value
}
