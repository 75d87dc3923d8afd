import { err, ok, type Result } from '@millrace/core/kernel'
import {
  type BoardBuilder,
  createBoardBuilder,
  firstById,
  type JsonRecord,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerBoard,
  textOf,
} from '../tracker/index.ts'
import { type CardContext, readCard } from './read-card.ts'

/** Whether JSON is a board as Planka's interface answers it, or a list that begins with one. */
export function isPlankaBoard(value: unknown): boolean {
  return boardIn(value) !== null
}

/**
 * A board of Planka, of its first and its second version: lists are states, cards items.
 *
 * @param value the answer of `GET /api/boards/:id`, or a list of it and of answers about comments
 *   and actions of its cards
 * @returns refused with `planka.no_board`
 * @see https://github.com/plankanban/planka/tree/master/server/api/controllers/boards
 */
export function readPlanka(value: unknown): Result<TrackerBoard> {
  const board = boardIn(value)
  if (board === null) return err({ code: 'planka.no_board' })
  const builder = createBoardBuilder()
  const all = answersIn(value)
  const every = (name: string) => all.flatMap((answer) => recordsOf(recordOf(answer['included'])[name]))
  const further = all.flatMap((answer) => recordsOf(answer['items']))
  const lists = byPlace(every('lists'))
  const context: CardContext = {
    builder,
    lists: new Map(lists.map((list) => [textOf(list['id']), list])),
    labels: namesById(every('labels')),
    fields: namesById(every('customFields')),
    cardLabels: byCard(every('cardLabels')),
    memberships: byCard(every('cardMemberships')),
    taskLists: byCard(byPlace(every('taskLists'))),
    tasks: Map.groupBy(
      byPlace(every('tasks')),
      (task) => textOf(task['taskListId']) || textOf(task['cardId']),
    ),
    attachments: byCard(every('attachments')),
    comments: byCard([...every('comments'), ...further.filter(({ text }) => typeof text === 'string')]),
    actions: byCard([...every('actions'), ...further.filter(({ type, data }) => type && data)]),
    values: byCard(every('customFieldValues')),
  }
  for (const user of every('users')) addUser(user, builder)
  for (const list of lists)
    if (textOf(list['name']) !== '')
      builder.addState({
        ref: textOf(list['id']),
        name: textOf(list['name']),
        group: CLOSED.has(textOf(list['type'])) ? 'done' : null,
      })
  for (const card of cardsInOrder(every('cards'), lists, builder)) builder.addItem(readCard(card, context))
  return ok(builder.finish(textOf(recordOf(board['item'])['name'])))
}

/** Lists whose cards count as closed. */
const CLOSED = new Set(['closed'])

function answersIn(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? recordsOf(value) : [recordOf(value)]
}

function boardIn(value: unknown): JsonRecord | null {
  const found = answersIn(value).find(({ item, included }) => {
    const { cards, lists } = recordOf(included)
    return textOf(recordOf(item)['id']) !== '' && Array.isArray(cards) && Array.isArray(lists)
  })
  return found ?? null
}

/** In the order that people gave them. */
function byPlace(entries: readonly JsonRecord[]): readonly JsonRecord[] {
  const place = ({ position }: JsonRecord) => numberOf(position) ?? Number.MAX_SAFE_INTEGER
  return entries.toSorted((a, b) => place(a) - place(b))
}

function byCard(entries: readonly JsonRecord[]): ReadonlyMap<string, readonly JsonRecord[]> {
  return Map.groupBy(entries, ({ cardId }) => textOf(cardId))
}

/** A label without a name goes by its colour. */
function namesById(entries: readonly JsonRecord[]): ReadonlyMap<string, string> {
  return new Map(
    entries.map(({ id, name, color }) => [textOf(id), textOf(name) || textOf(color).replaceAll('-', ' ')]),
  )
}

function addUser(user: JsonRecord, builder: BoardBuilder): void {
  const ref = textOf(user['id'])
  const name = textOf(user['name']) || textOf(user['username'])
  if (ref !== '' && name !== '') builder.addPerson({ ref, name, email: textOf(user['email']) || null })
}

function cardsInOrder(
  cards: readonly JsonRecord[],
  lists: readonly JsonRecord[],
  { problems }: BoardBuilder,
): readonly JsonRecord[] {
  const order = new Map(lists.map(({ id }, index) => [textOf(id), index]))
  const place = ({ listId }: JsonRecord) => order.get(textOf(listId)) ?? order.size
  const named = cards.filter(({ id }) => textOf(id) !== '')
  for (const card of cards)
    if (textOf(card['id']) === '')
      problems.tell({
        code: 'tracker.entry_unreadable',
        severity: 'error',
        subject: textOf(card['name']) || 'cards',
        params: { what: 'cards' },
      })
  const first = [...firstById(named, ({ id }) => textOf(id), problems).values()]
  return byPlace(first).toSorted((a, b) => place(a) - place(b))
}
