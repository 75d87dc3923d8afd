import { decodeText } from '../text/index.ts'
import {
  type JsonRecord,
  momentOf,
  numberOf,
  recordOf,
  type TrackerProblems,
  textOf,
} from '../tracker/index.ts'

/** A board, a card, or a piece of what is on a card. */
export type Block = {
  readonly ref: string
  /** `board`, `card`, `view`, `comment`, and kinds of content. */
  readonly type: string
  readonly parentRef: string
  readonly boardRef: string
  readonly title: string
  readonly fields: JsonRecord
  readonly createdBy: string
  readonly createdAt: number | null
  readonly line: number
}

/** The boards and blocks of a file of lines, each of which is JSON. Lines that are none are told and left out. */
export function readLines(bytes: Uint8Array, problems: TrackerProblems): readonly Block[] {
  const { text } = decodeText(bytes)
  const blocks: Block[] = []
  for (const [index, written] of text.split('\n').entries()) {
    const line = index + 1
    const trimmed = written.replace(/^\ufeff/, '').trim()
    if (trimmed === '') continue
    const entry = parsed(trimmed)
    if (entry['version'] !== undefined && entry['type'] === undefined) continue
    const block = blockOf(entry, line)
    if (block === null)
      problems.tell({
        code: 'tracker.entry_unreadable',
        severity: 'error',
        line,
        subject: '',
        params: { what: 'blocks' },
      })
    // What was deleted is kept in archives for a while.
    else if (!isGone(entry)) blocks.push(block)
  }
  return blocks
}

/** The line as an object; an empty one when it is no JSON. */
export function parsed(line: string): JsonRecord {
  try {
    // The parser is the only thing here that throws.
    return recordOf(JSON.parse(line))
  } catch {
    return {}
  }
}

const isGone = (entry: JsonRecord): boolean => (numberOf(recordOf(entry['data'])['deleteAt']) ?? 0) > 0

function blockOf(entry: JsonRecord, line: number): Block | null {
  const data = recordOf(entry['data'])
  const ref = textOf(data['id'])
  const isBoard = entry['type'] === 'board'
  const type = isBoard ? 'board' : textOf(data['type'])
  if (ref === '' || type === '' || !KINDS.has(textOf(entry['type']))) return null
  return {
    ref,
    type,
    parentRef: textOf(data['parentId']),
    boardRef: textOf(data['boardId']) || textOf(data['rootId']),
    title: textOf(data['title']),
    // Boards of today have their properties beside their title, older ones among their fields.
    fields: isBoard ? data : recordOf(data['fields']),
    createdBy: textOf(data['createdBy']),
    createdAt: momentOf(data['createAt']),
    line,
  }
}

const KINDS = new Set(['board', 'block'])
