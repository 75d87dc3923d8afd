import {
  type BoardBuilder,
  emptyTrackerItem,
  type JsonRecord,
  minutesText,
  momentOf,
  numberOf,
  recordOf,
  type TrackerChecklist,
  type TrackerComment,
  type TrackerItem,
  type TrackerTime,
  textOf,
  timeOf,
  webAddress,
} from '../tracker/index.ts'

type ByCard = ReadonlyMap<string, readonly JsonRecord[]>

/** What of the board its cards refer to. */
export type CardContext = {
  readonly builder: BoardBuilder
  readonly lists: ReadonlyMap<string, JsonRecord>
  readonly labels: ReadonlyMap<string, string>
  /** Names of own fields by id. */
  readonly fields: ReadonlyMap<string, string>
  readonly cardLabels: ByCard
  readonly memberships: ByCard
  readonly taskLists: ByCard
  /** By the list of tasks, or by the card in the first version. */
  readonly tasks: ByCard
  readonly attachments: ByCard
  readonly comments: ByCard
  readonly actions: ByCard
  readonly values: ByCard
}

/** Lists in which cards lie that were put away. */
const PUT_AWAY = new Set(['archive', 'trash'])

/** A card as an item. */
export function readCard(card: JsonRecord, context: CardContext): TrackerItem {
  const ref = textOf(card['id'])
  const list = textOf(card['listId'])
  const isPutAway = PUT_AWAY.has(textOf(context.lists.get(list)?.['type']))
  const isClosed =
    card['isClosed'] === true || card['isDueDateCompleted'] === true || card['isDueCompleted'] === true
  const time = (field: string) => readTime(card, field, context.builder)
  return {
    ...emptyTrackerItem,
    ref,
    title: textOf(card['name']),
    description: textOf(card['description']),
    // A card that was put away remembers where it lay.
    stateRef: (isPutAway ? textOf(card['prevListId']) : list) || null,
    isDone: isClosed,
    isArchived: isPutAway,
    personRefs: refsOf(context.memberships.get(ref), 'userId'),
    reporterRef: textOf(card['creatorUserId']) || null,
    starts: time('startDate'),
    due: time('dueDate'),
    labels: refsOf(context.cardLabels.get(ref), 'labelId').flatMap((id) => context.labels.get(id) || []),
    fields: fieldsOf(card, context.values.get(ref) ?? [], context),
    createdAt: momentOf(card['createdAt']),
    history: movesOf(context.actions.get(ref) ?? []),
    checklists: checklistsOf(ref, context),
    comments: commentsOf(ref, context),
    attachments: (context.attachments.get(ref) ?? []).flatMap((file) => readAttachment(card, file, context)),
  }
}

function refsOf(entries: readonly JsonRecord[] | undefined, field: string): readonly string[] {
  return [...new Set((entries ?? []).map((entry) => textOf(entry[field])))].filter(Boolean)
}

function readTime(card: JsonRecord, field: string, { problems }: BoardBuilder): TrackerTime | null {
  const text = textOf(card[field])
  const time = timeOf(text)
  if (text !== '' && time === null)
    problems.tell({
      code: 'tracker.date_unreadable',
      subject: textOf(card['name']),
      params: { field, text: text.slice(0, 60) },
    })
  return time
}

function fieldsOf(
  card: JsonRecord,
  values: readonly JsonRecord[],
  { fields }: CardContext,
): TrackerItem['fields'] {
  const seconds = numberOf(recordOf(card['stopwatch'])['total']) ?? 0
  const own = values.map((value) => ({
    name: fields.get(textOf(value['customFieldId'])) ?? '',
    value: textOf(value['content']),
  }))
  return [
    ...own.filter(({ name, value }) => name !== '' && value !== ''),
    ...(seconds > 0 ? [{ name: 'Time spent', value: minutesText(seconds / 60) }] : []),
  ]
}

/** Tasks of the first version lie on the card itself. */
function checklistsOf(ref: string, { taskLists, tasks }: CardContext): readonly TrackerChecklist[] {
  const own = { name: '', lines: (tasks.get(ref) ?? []).map(lineOf) }
  const lists = (taskLists.get(ref) ?? []).map((list) => ({
    name: textOf(list['name']),
    lines: (tasks.get(textOf(list['id'])) ?? []).map(lineOf),
  }))
  return [own, ...lists].filter(({ lines }) => lines.length > 0)
}

function lineOf(task: JsonRecord): TrackerChecklist['lines'][number] {
  return {
    text: textOf(task['name']),
    isDone: task['isCompleted'] === true,
    personRef: textOf(task['assigneeUserId']) || null,
    due: null,
  }
}

/** Comments are entries of their own, and actions in the first version. */
function commentsOf(ref: string, { comments, actions }: CardContext): readonly TrackerComment[] {
  const own = (comments.get(ref) ?? []).map((comment) => commentOf(comment, comment['text']))
  const older = (actions.get(ref) ?? [])
    .filter(({ type }) => type === 'commentCard')
    .map((action) => commentOf(action, recordOf(action['data'])['text']))
  return [...own, ...older].filter(({ body }) => body !== '').toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
}

function commentOf(entry: JsonRecord, text: unknown): TrackerComment {
  return { authorRef: textOf(entry['userId']) || null, at: momentOf(entry['createdAt']), body: textOf(text) }
}

function movesOf(actions: readonly JsonRecord[]): TrackerItem['history'] {
  return actions
    .flatMap(({ type, data, createdAt }) => {
      const at = momentOf(createdAt)
      const stateRef = textOf(recordOf(recordOf(data)['toList'])['id'])
      return type === 'moveCard' && at !== null && stateRef !== '' ? [{ at, stateRef }] : []
    })
    .toSorted((a, b) => a.at - b.at)
}

function readAttachment(
  card: JsonRecord,
  file: JsonRecord,
  { builder }: CardContext,
): TrackerItem['attachments'] {
  const written = textOf(file['url']) || textOf(recordOf(file['data'])['url'])
  const url = webAddress(written)
  if (url !== null) return [{ name: textOf(file['name']) || url, url }]
  if (written !== '')
    builder.problems.tell({
      code: 'tracker.address_wrong',
      subject: textOf(card['name']),
      params: { text: written.slice(0, 60) },
    })
  return []
}
