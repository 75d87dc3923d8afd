import {
  type BoardBuilder,
  jsonIn,
  listOf,
  personOf,
  recordOf,
  recordsOf,
  type TableClock,
  type TrackerChecklist,
  type TrackerComment,
  type TrackerItem,
  textOf,
  webAddress,
} from '../tracker/index.ts'
import { clickMoment } from './click-time.ts'

/** `[{"text":…,"by":…,"date":…}]`, oldest first; text that is no JSON is one comment. */
export function readComments(
  cell: string,
  context: TableClock & { readonly builder: BoardBuilder },
): readonly TrackerComment[] {
  if (cell === '' || cell === '[]') return []
  const value = jsonIn(cell)
  if (value === null) return [{ authorRef: null, at: null, body: cell }]
  const comments = recordsOf(value).map((comment): TrackerComment => {
    const by = textOf(comment['by'])
    if (by !== '') context.builder.addPerson(personOf(by))
    return {
      authorRef: by || null,
      at: clickMoment(textOf(comment['date']), context),
      body: textOf(comment['text']),
    }
  })
  return comments.filter(({ body }) => body !== '').toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

/** `{"Before":["Ask","Book"]}`, or a list of such. */
export function readChecklists(cell: string): readonly TrackerChecklist[] {
  const value = jsonIn(cell)
  const lists = Array.isArray(value) ? recordsOf(value) : [recordOf(value)]
  return lists
    .flatMap((list) => Object.entries(list))
    .map(([name, lines]) => ({ name, lines: listOf(lines).map(lineOf) }))
    .filter(({ lines }) => lines.length > 0)
}

/** A line is its text, or an object with its text and whether it is done. */
function lineOf(value: unknown): TrackerChecklist['lines'][number] {
  const line = recordOf(value)
  return {
    text: textOf(value) || textOf(line['name']),
    isDone: line['resolved'] === true,
    personRef: null,
    due: null,
  }
}

/** `[{"title":…,"url":…}]` */
export function readAttachments(cell: string): TrackerItem['attachments'] {
  return recordsOf(jsonIn(cell)).flatMap((file) => {
    const url = webAddress(textOf(file['url']))
    return url === null ? [] : [{ name: textOf(file['title']) || url, url }]
  })
}
