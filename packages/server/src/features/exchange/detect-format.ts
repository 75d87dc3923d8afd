import { isClickUpTable } from '@millrace/formats/clickup'
import { isJiraTable } from '@millrace/formats/jira'
import { isKanboardTable } from '@millrace/formats/kanboard'
import { isMondayRows } from '@millrace/formats/monday'
import { decodeText } from '@millrace/formats/text'
import { readTableRows } from '@millrace/formats/tracker'
import { isXer } from '@millrace/formats/xer'

/** How much of a file is looked at. */
export const HEAD_BYTES = 4_096

/** An archive, as spreadsheets are. */
const ZIP = [0x50, 0x4b, 0x03, 0x04]

const SIGNATURES: readonly (readonly [readonly number[], string])[] = [
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Office file, such as XLS or MPP'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a picture'],
  [[0x1f, 0x8b], 'a compressed file'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'a compressed file'],
]

/** More control characters than one in fifty is no text that people export. */
const CONTROL = /(?![\t\n\v\f\r\u001b])\p{Cc}/gu

/** Trackers that export tables. */
type TableOf = 'jira' | 'clickup' | 'kanboard' | 'monday'

/** What a file turned out to be. */
export type FoundFormat =
  | { readonly kind: 'csv' | 'mspdi' | TableOf | 'json' | 'zip' | 'empty' }
  | { readonly kind: 'other'; readonly looksLike: string }

/**
 * What a file is, by its first bytes; its name does not count. Whose JSON it is, only
 * the whole file can say. Everything else that reads as text and is no HTML is taken as a table.
 *
 * @returns `looksLike` in words, when it is neither
 */
export function detectFormat(head: Uint8Array): FoundFormat {
  if (head.length === 0) return { kind: 'empty' }
  const begins = (bytes: readonly number[]) => bytes.every((byte, index) => head[index] === byte)
  if (begins(ZIP)) return { kind: 'zip' }
  // From the first byte on like those of Microsoft Project: a plan.
  if (isXer(head)) return { kind: 'mspdi' }
  const signature = SIGNATURES.find(([bytes]) => begins(bytes))
  if (signature) return other(signature[1])
  const { text } = decodeText(head)
  const start = text.replace(/^\ufeff/, '').trimStart()
  if (start === '') return { kind: 'empty' }
  return start.startsWith('<') ? detectMarkup(start) : detectText(start)
}

function detectMarkup(start: string): FoundFormat {
  if (/^<!doctype|^<html/i.test(start)) return other('a web page')
  if (/^<\?xml/i.test(start)) return /<html[\s>]/i.test(start) ? other('a web page') : { kind: 'mspdi' }
  return { kind: 'mspdi' }
}

function detectText(start: string): FoundFormat {
  if (/^[{[]\s*["{[]/.test(start)) return { kind: 'json' }
  const controls = start.match(CONTROL)?.length ?? 0
  if (controls * 50 > start.length) return other('a program’s own file')
  return { kind: TABLES.find(([, isIts]) => isIts(start))?.[0] ?? 'csv' }
}

const TABLES: readonly (readonly [TableOf, (start: string) => boolean])[] = [
  ['jira', isJiraTable],
  ['clickup', isClickUpTable],
  ['kanboard', isKanboardTable],
  ['monday', isMondayTable],
]

/** Boards of monday have no header in their first line; the last line of a beginning may be cut. */
function isMondayTable(start: string): boolean {
  const bytes = Buffer.from(start)
  const read = readTableRows(bytes, bytes.length)
  return read.ok && isMondayRows(read.value.rows)
}

function other(looksLike: string): FoundFormat {
  return { kind: 'other', looksLike }
}
