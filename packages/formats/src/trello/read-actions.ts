import {
  type JsonRecord,
  momentOf,
  recordOf,
  recordsOf,
  type TrackerComment,
  type TrackerItem,
  type TrackerProblems,
  textOf,
} from '../tracker/index.ts'

/** What the history of a board tells about its cards. */
export type TrelloActions = {
  readonly commentsOf: (cardId: string) => readonly TrackerComment[]
  readonly movesOf: (cardId: string) => TrackerItem['history']
  readonly createdAt: (cardId: string) => number | null
  /** Cards that somebody commented on. */
  readonly cardIds: readonly string[]
  /** Whoever did something. */
  readonly people: readonly JsonRecord[]
}

/** Trello exports the last thousand actions of a board. */
const ACTIONS_MAX = 1_000
const COMMENTS = new Set(['commentCard', 'copyCommentCard'])
const BIRTHS = new Set(['createCard', 'copyCard', 'convertToCardFromCheckItem', 'emailCard'])

/** Sorts the actions of a board by card, oldest first. */
export function readActions(values: readonly unknown[], problems: TrackerProblems): TrelloActions {
  const comments = new Map<string, TrackerComment[]>()
  const moves = new Map<string, { at: number; stateRef: string }[]>()
  const births = new Map<string, number>()
  const people: JsonRecord[] = []
  // The file has the newest first.
  for (const action of recordsOf(values).toReversed()) {
    const data = recordOf(action['data'])
    const cardId = textOf(recordOf(data['card'])['id'])
    const type = textOf(action['type'])
    const at = momentOf(action['date'])
    people.push(recordOf(action['memberCreator']))
    if (cardId === '') continue
    if (COMMENTS.has(type)) add(comments, cardId, commentOf(action, at))
    const stateRef = textOf(recordOf(data['listAfter'])['id'])
    if (stateRef !== '' && at !== null) add(moves, cardId, { at, stateRef })
    if (BIRTHS.has(type) && at !== null) births.set(cardId, at)
  }
  if (values.length >= ACTIONS_MAX)
    problems.tell({ code: 'tracker.history_cut', subject: '', params: { max: ACTIONS_MAX } })
  return {
    commentsOf: (cardId) => comments.get(cardId) ?? [],
    movesOf: (cardId) => moves.get(cardId) ?? [],
    createdAt: (cardId) => births.get(cardId) ?? null,
    cardIds: [...comments.keys()],
    people,
  }
}

function commentOf(action: JsonRecord, at: number | null): TrackerComment {
  const { memberCreator, idMemberCreator, data } = action
  const authorRef = textOf(recordOf(memberCreator)['id']) || textOf(idMemberCreator) || null
  return { authorRef, at, body: textOf(recordOf(data)['text']) }
}

function add<Value>(to: Map<string, Value[]>, key: string, value: Value): void {
  const list = to.get(key)
  if (list) list.push(value)
  else to.set(key, [value])
}
