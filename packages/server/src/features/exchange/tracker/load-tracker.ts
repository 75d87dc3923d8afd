import type { Instant, Result } from '@millrace/core/kernel'
import { isJiraSearch, readJira } from '@millrace/formats/jira'
import { readJson, type TrackerBoard } from '@millrace/formats/tracker'
import { isTrelloBoard, readTrello } from '@millrace/formats/trello'
import { refuse } from '../../../platform/commands/index.ts'
import type { RunRow } from '../import-run.ts'
import { refuseUnreadable } from '../problem-list.ts'

/** Formats that are files of other trackers. */
export type TrackerFormat = Exclude<RunRow['format'], 'csv' | 'xlsx' | 'mspdi'>

/** The file of a tracker, and what is needed to read it. */
export type TrackerFile = {
  readonly name: string
  readonly bytes: AsyncIterable<Uint8Array>
  readonly maxBytes: number
  /** The moment of a local time, for files that know no zone. */
  readonly momentOf: (local: string) => Instant | null
}

type Tracker = {
  readonly name: string
  readonly read: (bytes: Uint8Array, file: TrackerFile) => Result<TrackerBoard>
}

const TRACKERS: Readonly<Record<TrackerFormat, Tracker>> = {
  trello: { name: 'Trello', read: (bytes) => readParsed(bytes, readTrello) },
  jira: { name: 'Jira', read: readJira },
}

/** Reads the file of a tracker whole. @throws Refused with `exchange.file_unreadable` */
export async function loadTracker(file: TrackerFile, format: TrackerFormat): Promise<TrackerBoard> {
  return check(file.name, TRACKERS[format].read(await readWhole(file.bytes), file))
}

/** Whose JSON a file is. @throws Refused when it is none, or of nobody who is known */
export async function recogniseJson(file: Pick<TrackerFile, 'name' | 'bytes'>): Promise<TrackerFormat> {
  const value = check(file.name, readJson(await readWhole(file.bytes)))
  if (isTrelloBoard(value)) return 'trello'
  if (isJiraSearch(value)) return 'jira'
  return refuse('exchange.format_unknown', { file: file.name, found: 'JSON of a program not known here' })
}

/** What the tracker is called that a run is of. */
export function trackerName({ format }: Pick<RunRow, 'format'>): string {
  // Only files of trackers come here.
  return TRACKERS[format as TrackerFormat].name
}

function readParsed(bytes: Uint8Array, read: (value: unknown) => Result<TrackerBoard>): Result<TrackerBoard> {
  const value = readJson(bytes)
  return value.ok ? read(value.value) : value
}

async function readWhole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

function check<Value>(name: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  return refuseUnreadable(name, result.refusal)
}
