import type { Instant } from '@millrace/core/kernel'
import {
  emptyTrackerItem,
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerChecklist,
  type TrackerItem,
  type TrackerProblems,
  type TrackerTime,
  textOf,
  timeOf,
  webAddress,
} from '../tracker/index.ts'
import type { TrelloActions } from './read-actions.ts'

/** What of the board its cards refer to. */
export type CardContext = {
  readonly problems: TrackerProblems
  readonly actions: TrelloActions
  /** By card, in their order. */
  readonly checklists: ReadonlyMap<string, readonly JsonRecord[]>
  readonly closedLists: ReadonlySet<string>
  readonly labelNames: ReadonlyMap<string, string>
  /** Definitions of custom fields by id. */
  readonly fields: ReadonlyMap<string, JsonRecord>
}

/** A card as an item. */
export function readCard(card: JsonRecord, context: CardContext): TrackerItem {
  const ref = textOf(card['id'])
  const title = textOf(card['name'])
  const listId = textOf(card['idList'])
  const number = numberOf(card['idShort'])
  const read = { title, problems: context.problems }
  return {
    ...emptyTrackerItem,
    ref,
    title,
    key: number === null ? null : `#${number}`,
    description: textOf(card['desc']),
    stateRef: listId || null,
    isDone: card['dueComplete'] === true,
    isArchived: card['closed'] === true || context.closedLists.has(listId),
    personRefs: listOf(card['idMembers']).map(textOf).filter(Boolean),
    starts: readTime(card, 'start', read),
    due: readTime(card, 'due', read),
    labels: labelsOf(card, context),
    url: webAddress(textOf(card['shortUrl']) || textOf(card['url'])),
    fields: recordsOf(card['customFieldItems']).flatMap((item) => readField(item, context)),
    createdAt: context.actions.createdAt(ref) ?? birthOf(ref),
    history: context.actions.movesOf(ref),
    checklists: (context.checklists.get(ref) ?? []).map((list) => readChecklist(list, read)),
    comments: context.actions.commentsOf(ref).filter(({ body }) => body !== ''),
    attachments: recordsOf(card['attachments']).flatMap((file) => readAttachment(file, read)),
  }
}

type Read = { readonly title: string; readonly problems: TrackerProblems }

function readTime(from: JsonRecord, field: 'start' | 'due', { title, problems }: Read): TrackerTime | null {
  const text = textOf(from[field])
  const time = timeOf(text)
  if (text !== '' && time === null)
    problems.tell({
      code: 'tracker.date_unreadable',
      subject: title,
      params: { field, text: text.slice(0, 60) },
    })
  return time
}

/** The first eight digits of an id are the second in which it was made. */
function birthOf(ref: string): Instant | null {
  return /^[0-9a-f]{24}$/.test(ref) ? Number.parseInt(ref.slice(0, 8), 16) * 1000 : null
}

function labelsOf(card: JsonRecord, { labelNames }: CardContext): readonly string[] {
  const own = recordsOf(card['labels']).map((label) => textOf(label['name']) || textOf(label['color']))
  const ids = listOf(card['idLabels']).map((id) => labelNames.get(textOf(id)) ?? '')
  return [...new Set(ids.some(Boolean) ? ids : own)].filter(Boolean)
}

function readField(item: JsonRecord, { fields }: CardContext): TrackerItem['fields'] {
  const field = fields.get(textOf(item['idCustomField']))
  if (!field) return []
  const option = recordsOf(field['options']).find(({ id }) => id === item['idValue'])
  const value = recordOf(item['value'] ?? option?.['value'])
  const [text = ''] = ['text', 'number', 'date', 'checked'].map((kind) => textOf(value[kind])).filter(Boolean)
  return text === '' ? [] : [{ name: textOf(field['name']), value: text }]
}

function readChecklist(list: JsonRecord, read: Read): TrackerChecklist {
  const lines = recordsOf(list['checkItems']).toSorted(
    (a, b) => (numberOf(a['pos']) ?? 0) - (numberOf(b['pos']) ?? 0),
  )
  return {
    name: textOf(list['name']),
    lines: lines.map((line) => ({
      text: textOf(line['name']),
      isDone: line['state'] === 'complete',
      personRef: textOf(line['idMember']) || null,
      due: readTime(line, 'due', read),
    })),
  }
}

function readAttachment(file: JsonRecord, { title, problems }: Read): TrackerItem['attachments'] {
  const written = textOf(file['url'])
  const url = webAddress(written)
  if (url !== null) return [{ name: textOf(file['name']) || url, url }]
  if (written !== '')
    problems.tell({ code: 'tracker.address_wrong', subject: title, params: { text: written.slice(0, 60) } })
  return []
}
