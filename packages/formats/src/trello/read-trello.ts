import { err, ok, type Result } from '@millrace/core/kernel'
import {
  createTrackerProblems,
  firstById,
  type JsonRecord,
  listOf,
  numberOf,
  recordOf,
  recordsOf,
  type TrackerBoard,
  type TrackerPerson,
  type TrackerState,
  textOf,
} from '../tracker/index.ts'
import { readActions } from './read-actions.ts'
import { readCard } from './read-card.ts'

/** Whether a JSON file is a board of Trello, as far as its first level tells. */
export function isTrelloBoard(value: unknown): boolean {
  const board = recordOf(value)
  return Array.isArray(board['lists']) && Array.isArray(board['cards'])
}

/**
 * A board as "Export as JSON" of Trello writes it: lists are states, cards items. Cards stand in
 * the order of their lists and places.
 *
 * @param value the parsed file
 * @returns refused with `trello.not_a_board`
 * @see https://developer.atlassian.com/cloud/trello/guides/rest-api/object-definitions/
 */
export function readTrello(value: unknown): Result<TrackerBoard> {
  if (!isTrelloBoard(value)) return err({ code: 'trello.not_a_board' })
  const board = recordOf(value)
  const problems = createTrackerProblems()
  const lists = byPlace(firstById(named(board['lists']), idOf, problems).values())
  const actions = readActions(listOf(board['actions']), problems)
  const closedLists = new Set(lists.filter(({ closed }) => closed === true).map(idOf))
  const checklists = Map.groupBy(byPlace(recordsOf(board['checklists'])), ({ idCard }) => textOf(idCard))
  const around = {
    problems,
    actions,
    checklists,
    closedLists,
    labelNames: new Map(recordsOf(board['labels']).map((label) => [idOf(label), labelName(label)])),
    fields: firstById(recordsOf(board['customFields']), idOf, problems),
  }
  const cards = firstById(named(board['cards']), idOf, problems)
  tellLost(board, problems)
  const order = new Map(lists.map((list, index) => [idOf(list), index]))
  const sorted = byPlace(cards.values()).toSorted(
    (a, b) => (order.get(textOf(a['idList'])) ?? order.size) - (order.get(textOf(b['idList'])) ?? order.size),
  )
  for (const cardId of actions.cardIds) {
    if (cards.has(cardId)) continue
    problems.tell({ code: 'tracker.item_unknown', subject: cardId, params: { what: 'comment' } })
  }
  return ok({
    name: textOf(board['name']).slice(0, 200),
    people: [...peopleOf(board, actions.people).values()],
    states: lists.map((list): TrackerState => ({ ref: idOf(list), name: textOf(list['name']), group: null })),
    items: sorted.map((card) => readCard(card, around)),
    links: [],
    ...problems.report(),
  })
}

const idOf = ({ id }: JsonRecord): string => textOf(id)

/** Entries with an id; the others cannot be meant by anything. */
function named(value: unknown): readonly JsonRecord[] {
  return recordsOf(value).filter((entry) => idOf(entry) !== '')
}

function tellLost(board: JsonRecord, problems: ReturnType<typeof createTrackerProblems>): void {
  for (const what of ['lists', 'cards'] as const) {
    const lost = listOf(board[what]).length - named(board[what]).length
    for (let index = 0; index < lost; index++)
      problems.tell({
        code: 'tracker.entry_unreadable',
        severity: 'error',
        subject: what,
        params: { what },
      })
  }
}

/** In the order of `pos`, as the board shows them. */
function byPlace(entries: Iterable<JsonRecord>): readonly JsonRecord[] {
  return [...entries].toSorted((a, b) => (numberOf(a['pos']) ?? 0) - (numberOf(b['pos']) ?? 0))
}

/** A label without a name goes by its colour. */
function labelName(label: JsonRecord): string {
  return textOf(label['name']) || textOf(label['color']).replaceAll('_', ' ')
}

/** Members of the board, and whoever did something there and has left since. */
function peopleOf(board: JsonRecord, actors: readonly JsonRecord[]): ReadonlyMap<string, TrackerPerson> {
  const people = new Map<string, TrackerPerson>()
  for (const member of [...recordsOf(board['members']), ...actors]) {
    const ref = idOf(member)
    const name = textOf(member['fullName']) || textOf(member['username'])
    if (ref === '' || name === '' || people.has(ref)) continue
    people.set(ref, { ref, name, email: textOf(member['email']) || null })
  }
  return people
}
