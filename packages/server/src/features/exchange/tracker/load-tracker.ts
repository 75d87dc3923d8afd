import type { Instant, Result } from '@millrace/core/kernel'
import { readAsana } from '@millrace/formats/asana'
import { readClickUp } from '@millrace/formats/clickup'
import { BOARD_FILE, readFocalboard } from '@millrace/formats/focalboard'
import { readJira } from '@millrace/formats/jira'
import { readKanboard } from '@millrace/formats/kanboard'
import { readMonday } from '@millrace/formats/monday'
import { readPlanka } from '@millrace/formats/planka'
import { readJson, readTableRows, type TrackerBoard } from '@millrace/formats/tracker'
import { readTrello } from '@millrace/formats/trello'
import { refuse } from '../../../platform/commands/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { RunRow } from '../import-run.ts'
import { refuseUnreadable } from '../problem-list.ts'
import { openArchive, type StoredFile } from '../sheet/archive.ts'
import { readSheets } from '../sheet/read-sheets.ts'

/** Formats that are files of other trackers. */
export type TrackerFormat = Exclude<RunRow['format'], 'csv' | 'xlsx' | 'mspdi'>

/** The file of a tracker in the store. */
export type TrackerSourceFile = StoredFile & { readonly files: FileStore }

/** The file of a tracker, and what is needed to read it. */
export type TrackerFile = TrackerSourceFile & {
  readonly maxBytes: number
  /** The moment of a local time, for files that know no zone. */
  readonly momentOf: (local: string) => Instant | null
}

type Tracker = {
  readonly name: string
  readonly read: (file: TrackerFile) => Promise<Result<TrackerBoard>>
}

const TRACKERS: Readonly<Record<TrackerFormat, Tracker>> = {
  trello: { name: 'Trello', read: (file) => readParsed(file, readTrello) },
  jira: { name: 'Jira', read: async (file) => readJira(await readWhole(file), file) },
  asana: { name: 'Asana', read: (file) => readParsed(file, readAsana) },
  clickup: { name: 'ClickUp', read: async (file) => readClickUp(await readWhole(file), file) },
  focalboard: { name: 'Focalboard', read: loadFocalboard },
  kanboard: { name: 'Kanboard', read: async (file) => readKanboard(await readWhole(file), file) },
  monday: { name: 'monday', read: loadMonday },
  planka: { name: 'Planka', read: (file) => readParsed(file, readPlanka) },
}

/** Reads the file of a tracker whole. @throws Refused with `exchange.file_unreadable` */
export async function loadTracker(file: TrackerFile, format: TrackerFormat): Promise<TrackerBoard> {
  return readable(file, await TRACKERS[format].read(file))
}

/** What the tracker is called that a run is of. */
export function trackerName({ format }: Pick<RunRow, 'format'>): string {
  // Only files of trackers come here.
  return TRACKERS[format as TrackerFormat].name
}

async function readParsed(
  file: TrackerFile,
  read: (value: unknown) => Result<TrackerBoard>,
): Promise<Result<TrackerBoard>> {
  const value = readJson(await readWhole(file))
  return value.ok ? read(value.value) : value
}

/** Archives begin with `PK`. */
async function isArchive(file: TrackerFile): Promise<boolean> {
  return (await readHead(file, 2)).toString('latin1') === 'PK'
}

/** A table, or a spreadsheet whose other sheet is what was said. */
async function loadMonday(file: TrackerFile): Promise<Result<TrackerBoard>> {
  const { momentOf, maxBytes } = file
  if (await isArchive(file)) return readMonday({ sheets: await readSheets(file), momentOf })
  const table = readTableRows(await readWhole(file), maxBytes)
  if (!table.ok) return table
  const { rows, report } = table.value
  return readMonday({ sheets: [{ rows }], momentOf, report })
}

async function loadFocalboard(file: TrackerFile): Promise<Result<TrackerBoard>> {
  // The older file is lines alone.
  if (!(await isArchive(file)))
    return readFocalboard({ boards: [{ folder: '', bytes: await readWhole(file) }], has: () => false })
  const archive = await openArchive(file.files, file)
  const boards = []
  for (const path of archive.paths.filter((each) => each.endsWith(`/${BOARD_FILE}`)))
    boards.push({ folder: path.slice(0, -BOARD_FILE.length - 1), bytes: await archive.read(path) })
  return readFocalboard({ boards, has: archive.has })
}

/** The first bytes of a file. */
export async function readHead(file: TrackerSourceFile, bytes: number): Promise<Buffer> {
  return await collected(await file.files.open(file.file_key, { start: 0, end: bytes - 1 }), file)
}

/** All bytes of a file. */
export async function readWhole(file: TrackerSourceFile): Promise<Buffer> {
  return await collected(await file.files.open(file.file_key), file)
}

async function collected(
  content: AsyncIterable<unknown> | null,
  { file_name: name }: StoredFile,
): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const piece of content ?? refuse('exchange.file_gone', { file: name }))
    all.push(piece as Uint8Array) // A stream of bytes gives bytes.
  return Buffer.concat(all)
}

/** The value that was read. @throws Refused when there is none */
export function readable<Value>({ file_name: name }: StoredFile, result: Result<Value>): Value {
  return result.ok ? result.value : refuseUnreadable(name, result.refusal)
}
