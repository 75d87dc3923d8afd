import type { CsvRow } from '../csv/index.ts'
import { minutesText, type TrackerComment, tableMoment } from '../tracker/index.ts'
import { workedText } from './issue-talk.ts'
import type { RowContext } from './row-context.ts'
import { wikiText } from './wiki-text.ts'

/** What was said and how long was worked, oldest first; each in a cell of its own. */
export function rowTalk(row: CsvRow, context: RowContext): readonly TrackerComment[] {
  const { columns } = context
  const comments = columns.all('comment', row).map((cell) => readComment(cell, context))
  const worklogs = columns.all('log work', row).map((cell) => readWorklog(cell, context))
  return [...comments, ...worklogs]
    .filter(({ body }) => body !== '')
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** `date;author;text`. What is written otherwise is all text. */
function readComment(cell: string, context: RowContext): TrackerComment {
  const [, date = '', author = '', text = ''] = /^([^;]*);([^;]*);([\s\S]*)$/.exec(cell) ?? []
  const at = tableMoment(date.trim(), context)
  if (at === null) return { authorRef: null, at: null, body: wikiText(cell) }
  return { authorRef: note(author, context), at, body: wikiText(text) }
}

/** `text;date;author;seconds`, the text perhaps with semicolons. */
function readWorklog(cell: string, context: RowContext): TrackerComment {
  const parts = cell.split(';')
  const [date = '', author = '', seconds = ''] = parts.slice(-3)
  const at = tableMoment(date.trim(), context)
  if (at === null || !/^\d{1,12}$/.test(seconds.trim()))
    return { authorRef: null, at: null, body: wikiText(cell) }
  const text = wikiText(parts.slice(0, -3).join(';'))
  return { authorRef: note(author, context), at, body: workedText(minutesText(Number(seconds) / 60), text) }
}

/** Whoever is named only here goes by what stands here. */
function note(author: string, { board }: RowContext): string | null {
  const name = author.trim()
  if (name === '') return null
  board.addPerson({ ref: name, name, email: /^\S+@\S+\.\S+$/.test(name) ? name : null })
  return name
}
