import type { Result } from '@millrace/core/kernel'
import { readJson, type TrackerBoard } from '@millrace/formats/tracker'
import { isTrelloBoard, readTrello } from '@millrace/formats/trello'
import { refuse } from '../../../platform/commands/index.ts'
import type { RunRow } from '../import-run.ts'
import { sentenceOf } from '../problem-list.ts'

/** Formats that are files of other trackers. */
export type TrackerFormat = Exclude<RunRow['format'], 'csv' | 'mspdi'>

type File = { readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }

const READERS: Readonly<Record<TrackerFormat, (value: unknown) => Result<TrackerBoard>>> = {
  trello: readTrello,
}

/** Reads the file of a tracker whole. @throws Refused with `exchange.file_unreadable` */
export async function loadTracker(file: File, format: TrackerFormat): Promise<TrackerBoard> {
  const value = readJson(await readWhole(file.bytes))
  return check(file.name, value.ok ? READERS[format](value.value) : value)
}

/** Whose JSON a file is. @throws Refused when it is none, or of nobody who is known */
export async function recogniseJson(file: File): Promise<TrackerFormat> {
  const value = check(file.name, readJson(await readWhole(file.bytes)))
  if (isTrelloBoard(value)) return 'trello'
  return refuse('exchange.format_unknown', { file: file.name, found: 'JSON of a program not known here' })
}

/** What a tracker is called. */
export const TRACKER_NAMES: Readonly<Record<TrackerFormat, string>> = { trello: 'Trello' }

async function readWhole(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = []
  for await (const piece of pieces) all.push(piece)
  return Buffer.concat(all)
}

function check<Value>(name: string, result: Result<Value>): Value {
  if (result.ok) return result.value
  const { code, params = {} } = result.refusal
  return refuse('exchange.file_unreadable', { file: name, reason: sentenceOf(code, params) })
}
