import type { ImportMapping } from '@millrace/contract'
import { refuse } from '../../platform/commands/index.ts'
import type { FileStore } from '../../platform/files/index.ts'
import type { RunRow } from './import-run.ts'
import type { Reading } from './item-draft.ts'
import { createPeopleMatcher, type PeopleMatcher } from './match-people.ts'
import { loadPlan } from './plan/load-plan.ts'
import { createLocalClock } from './plan/local-moment.ts'
import { readPlan } from './plan/read-plan.ts'
import type { Problem } from './problem-list.ts'
import type { Surroundings } from './queries/read-surroundings.ts'
import { type Archive, openArchive, refuseAs, type StoredFile } from './sheet/archive.ts'
import { openWorkbook } from './sheet/open-workbook.ts'
import { readSheet } from './sheet/read-sheet.ts'
import { stableId } from './stable-id.ts'
import { readRows } from './table/read-rows.ts'
import { readTable } from './table/read-table.ts'
import { loadTracker, type TrackerFormat } from './tracker/load-tracker.ts'
import { readTracker } from './tracker/read-tracker.ts'

/** The stored file of a run, and how it is to be understood. */
export type ReadingRequest = {
  readonly run: RunRow
  readonly mapping: ImportMapping
  readonly surroundings: Surroundings
  readonly tell: (problem: Problem) => void
}

/** Where files lie, and how large they may be. */
export type FileDeps = { readonly files: FileStore; readonly maxBytes: number }

/** The container of a run: the chosen one, or the one it will make. */
export function containerIdOf(run: RunRow, { target }: ImportMapping): string {
  return target.kind === 'existing' ? target.containerId : stableId(run, 'container', 'new')
}

/**
 * Reads the file of a run as its mapping says.
 *
 * @throws Refused when the file cannot be read at all, or is no longer there
 */
export async function openReading(
  deps: FileDeps,
  request: ReadingRequest,
): Promise<{ readonly reading: Reading; readonly people: PeopleMatcher }> {
  const { run, mapping, surroundings, tell } = request
  const people = createPeopleMatcher(surroundings.people, {
    newId: (what) => stableId(run, 'person', what),
    unknown: mapping.people,
  })
  const around = { run, mapping, surroundings, people, tell, containerId: containerIdOf(run, mapping) }
  const momentOf = createLocalClock(surroundings.timeZone)
  const open = async () => ({
    name: run.file_name,
    bytes: await openFile(deps.files, run),
    maxBytes: deps.maxBytes,
  })
  return { reading: await read(), people }

  async function read(): Promise<Reading> {
    switch (run.format) {
      case 'csv':
        return await readTable({ ...around, open: async () => readRows(await open()) })
      case 'xlsx': {
        const workbook = await openWorkbook(deps.files, run)
        const sheet = sheetOf(run, mapping)
        return await readTable({ ...around, open: async () => readSheet(workbook, run, sheet) })
      }
      case 'mspdi':
        return readPlan({ ...around, loaded: await loadPlan(await open()) })
      default:
        return await openTracker()
    }
  }

  async function openTracker(): Promise<Reading> {
    const file = { ...run, files: deps.files, maxBytes: deps.maxBytes, momentOf }
    const board = await loadTracker(file, run.format as TrackerFormat) // All others were read above.
    return readTracker({ ...around, board, contentOf: contentIn(file) })
  }
}

/** The content of a file in an archive, which is opened when the first is asked for. */
function contentIn(file: StoredFile & FileDeps): NonNullable<Reading['contentOf']> {
  let archive: Promise<Archive> | undefined
  return async function* (path) {
    archive ??= openArchive(file.files, file)
    let size = 0
    for await (const piece of (await archive).stream(path)) {
      size += piece.length
      if (size > file.maxBytes) refuseAs(file, 'zip.too_large')
      yield piece
    }
  }
}

/** The place of the sheet that a run is about. */
function sheetOf({ report }: RunRow, { sheet }: ImportMapping): number {
  const [first] = report.profile?.format === 'xlsx' ? report.profile.sheets : []
  return sheet ?? first?.sheet ?? 0
}

/** The bytes of a run's file. */
export async function openFile(files: FileStore, run: RunRow): Promise<AsyncIterable<Uint8Array>> {
  return (await files.open(run.file_key)) ?? refuse('exchange.file_gone', { file: run.file_name })
}
