import type { ImportView } from '@millrace/contract'
import { type Principal, Refused, refuse } from '../../platform/commands/index.ts'
import { ContentTooLarge } from '../../platform/files/index.ts'
import { newId } from '../../platform/ids.ts'
import { detectFormat, HEAD_BYTES } from './detect-format.ts'
import type { RunRow } from './import-run.ts'
import { openFile } from './open-reading.ts'
import { loadPlan } from './plan/load-plan.ts'
import { profilePlan } from './plan/profile-plan.ts'
import { presentRun } from './present.ts'
import { runEvent } from './run-events.ts'
import { type ImportDeps, namesOf, runInUnit } from './run-in-unit.ts'
import type { StoredFile } from './sheet/archive.ts'
import { openWorkbook } from './sheet/open-workbook.ts'
import { profileWorkbook } from './sheet/profile-workbook.ts'
import { insertRun } from './store/runs.ts'
import { profileTable } from './table/profile-table.ts'
import { readRows } from './table/read-rows.ts'
import { loadTracker } from './tracker/load-tracker.ts'
import { profileTracker } from './tracker/profile-tracker.ts'
import { recogniseArchive, recogniseJson } from './tracker/recognise.ts'

const MEGABYTE = 1024 * 1024
const NAME_MAX = 200

/**
 * Keeps an uploaded file and looks at what is in it. A file that is refused is not kept.
 *
 * @throws Refused
 */
export async function uploadFile(
  deps: ImportDeps,
  principal: Principal,
  file: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<ImportView> {
  const id = newId<'ImportRun'>()
  const { organisationId, personId } = principal
  const name =
    file.name
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(-NAME_MAX) || 'file'
  const stored = await store(deps, file.content, `imports/${organisationId}/${id}`)
  try {
    const file = { file_name: name, file_key: stored.key, file_size: stored.sizeBytes }
    const draft: RunRow = {
      id,
      format: await formatOf(deps, file),
      ...file,
      started_by: personId,
      state: 'uploaded',
      mapping: {},
      report: {},
      container_id: null,
      total: 0,
      done: 0,
      created_at: Date.now(),
      updated_at: Date.now(),
      version: 1,
    }
    const { profile, problems } = await profileFile(deps, draft)
    const row = { ...draft, report: { profile, fileProblems: problems } }
    await runInUnit(deps, namesOf(organisationId, row), async (unit) => {
      await insertRun(unit, row)
      unit.record([runEvent(unit, 'exchange.import_uploaded', { row })])
    })
    return presentRun(row)
  } catch (error) {
    await deps.files.remove(stored.key)
    throw error
  }
}

async function store(deps: ImportDeps, content: AsyncIterable<Uint8Array>, folder: string) {
  try {
    return await deps.files.put(content, { folder, maxBytes: deps.maxBytes })
  } catch (error) {
    if (!(error instanceof ContentTooLarge)) throw error
    throw new Refused({
      code: 'exchange.file_too_large',
      params: { max: Math.floor(deps.maxBytes / MEGABYTE) },
    })
  }
}

async function formatOf(deps: ImportDeps, file: StoredFile): Promise<RunRow['format']> {
  const { file_name: name } = file
  const head = await deps.files.open(file.file_key, { start: 0, end: HEAD_BYTES - 1 })
  const pieces: Uint8Array[] = []
  if (head) for await (const piece of head) pieces.push(piece as Uint8Array) // A stream of bytes gives bytes.
  const found = detectFormat(Buffer.concat(pieces))
  if (found.kind === 'empty') return refuse('exchange.file_empty', { file: name })
  if (found.kind === 'other') return refuse('exchange.format_unknown', { file: name, found: found.looksLike })
  if (found.kind === 'zip') return await recogniseArchive({ ...file, files: deps.files })
  return found.kind === 'json' ? await recogniseJson({ ...file, files: deps.files }) : found.kind
}

async function profileFile(deps: ImportDeps, row: RunRow) {
  const opened = async () => ({
    name: row.file_name,
    bytes: await openFile(deps.files, row),
    maxBytes: deps.maxBytes,
  })
  switch (row.format) {
    case 'xlsx':
      return await profileWorkbook(await openWorkbook(deps.files, row), row)
    case 'csv': {
      const { table, encoding, delimiter, problems } = await profileTable(readRows(await opened()))
      return { profile: { ...table, format: row.format, encoding, delimiter }, problems }
    }
    case 'mspdi':
      return profilePlan(await loadPlan(await opened()))
    default:
      // Moments are not shown before the file is mapped.
      return profileTracker(
        await loadTracker({ ...row, ...deps, momentOf: () => null }, row.format),
        row.format,
      )
  }
}
