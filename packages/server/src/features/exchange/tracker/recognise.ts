import { isAsanaProject } from '@millrace/formats/asana'
import { isFocalboardArchive, isFocalboardLines } from '@millrace/formats/focalboard'
import { isJiraSearch } from '@millrace/formats/jira'
import { isKanboardAnswer } from '@millrace/formats/kanboard'
import { isMondayRows } from '@millrace/formats/monday'
import { isPlankaBoard } from '@millrace/formats/planka'
import { readJson } from '@millrace/formats/tracker'
import { isTrelloBoard } from '@millrace/formats/trello'
import { refuse } from '../../../platform/commands/index.ts'
import { HEAD_BYTES } from '../detect-format.ts'
import type { RunRow } from '../import-run.ts'
import { openArchive } from '../sheet/archive.ts'
import { readSheets } from '../sheet/read-sheets.ts'
import { readable, readHead, readWhole, type TrackerFormat, type TrackerSourceFile } from './load-tracker.ts'

/** Whose JSON a file is. @throws Refused when it is none, or of nobody who is known */
export async function recogniseJson(file: TrackerSourceFile): Promise<TrackerFormat> {
  if (isFocalboardLines(await readHead(file, HEAD_BYTES))) return 'focalboard'
  const value = readable(file, readJson(await readWhole(file)))
  const found = JSON_TRACKERS.find(([, isIts]) => isIts(value))
  if (found) return found[0]
  return refuse('exchange.format_unknown', {
    file: file.file_name,
    found: 'JSON of a program not known here',
  })
}

const JSON_TRACKERS: readonly (readonly [TrackerFormat, (value: unknown) => boolean])[] = [
  ['trello', isTrelloBoard],
  ['jira', isJiraSearch],
  ['asana', isAsanaProject],
  ['planka', isPlankaBoard],
  ['kanboard', isKanboardAnswer],
]

/** Titles and the first group stand above the header by which a board is known. */
const ROWS_LOOKED_AT = 40

/** Whose archive a file is; one that nobody is known for may be a spreadsheet. */
export async function recogniseArchive(file: TrackerSourceFile): Promise<RunRow['format']> {
  const archive = await openArchive(file.files, file)
  if (isFocalboardArchive(archive.paths)) return 'focalboard'
  const sheets = await readSheets(file, ROWS_LOOKED_AT)
  return sheets.some(({ rows }) => isMondayRows(rows)) ? 'monday' : 'xlsx'
}
