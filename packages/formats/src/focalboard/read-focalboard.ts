import { err, ok, type Result } from '@millrace/core/kernel'
import { decodeText } from '../text/index.ts'
import { type BoardBuilder, createBoardBuilder, type TrackerBoard } from '../tracker/index.ts'
import { boardProperties, optionRef, personName } from './card-properties.ts'
import { readCard } from './read-card.ts'
import { type Block, parsed, readLines } from './read-lines.ts'

/** The lines of one board, and the folder of the archive that it lies in; empty for a file without an archive. */
export type FocalboardBoardFile = { readonly folder: string; readonly bytes: Uint8Array }

/** What an archive of Focalboard holds. */
export type FocalboardFiles = {
  readonly boards: readonly FocalboardBoardFile[]
  /** Whether the archive has a file with this path. */
  readonly has: (path: string) => boolean
}

/** What the file of each board is called in an archive. */
export const BOARD_FILE = 'board.jsonl'

/** Whether these are the paths of an archive of Focalboard. */
export function isFocalboardArchive(paths: readonly string[]): boolean {
  return paths.includes('version.json') && paths.some((path) => path.endsWith(`/${BOARD_FILE}`))
}

/** Whether a file begins as the older archive, which is lines alone. */
export function isFocalboardLines(head: Uint8Array): boolean {
  const [first = '', second = ''] = decodeText(head)
    .text.replace(/^\ufeff/, '')
    .split('\n', 2)
  const isLine = (text: string) => /^\s*\{\s*"type"\s*:\s*"(board|block)"\s*,\s*"data"\s*:/.test(text)
  return isLine(first) || (parsed(first)['version'] === 1 && isLine(second))
}

/**
 * Boards of Focalboard: cards are items, the property that the board is grouped by is the state.
 * Several boards of an archive come together, each card with the name of its board as a label.
 *
 * @returns refused with `focalboard.no_board`
 * @see https://github.com/mattermost/focalboard/blob/main/server/app/export.go
 */
export function readFocalboard({ boards: files, has }: FocalboardFiles): Result<TrackerBoard> {
  const builder = createBoardBuilder()
  const read = files.flatMap(({ folder, bytes }) => boardsOf(folder, readLines(bytes, builder.problems)))
  const boards = read.filter(({ board }) => board.fields['isTemplate'] !== true)
  if (boards.length === 0) return err({ code: 'focalboard.no_board' })
  for (const each of boards) addBoard(each, { builder, has, isOneOfMany: boards.length > 1 })
  return ok(builder.finish(boards.map(({ board }) => board.title).join(', ')))
}

type BoardParts = { readonly folder: string; readonly board: Block; readonly blocks: readonly Block[] }

/** Older archives hold many boards in one file. */
function boardsOf(folder: string, blocks: readonly Block[]): readonly BoardParts[] {
  const boards = blocks.filter(({ type }) => type === 'board')
  const byBoard = Map.groupBy(blocks, ({ boardRef }) => boardRef)
  const [only] = boards
  if (boards.length === 1 && only) return [{ folder, board: only, blocks }]
  return boards.map((board) => ({ folder, board, blocks: byBoard.get(board.ref) ?? [] }))
}

function addBoard(
  { folder, board, blocks }: BoardParts,
  {
    builder,
    has,
    isOneOfMany,
  }: { readonly builder: BoardBuilder; readonly has: FocalboardFiles['has']; readonly isOneOfMany: boolean },
): void {
  const views = blocks.filter(({ type }) => type === 'view')
  const properties = boardProperties(board, views)
  for (const [option, name] of properties.state?.options ?? [])
    if (properties.state) builder.addState({ ref: optionRef(properties.state, option), name, group: null })
  const contents = Map.groupBy(blocks, ({ parentRef }) => parentRef)
  const cards = blocks.filter(({ type, fields }) => type === 'card' && fields['isTemplate'] !== true)
  const context = {
    problems: builder.problems,
    properties,
    contents,
    boardLabel: isOneOfMany ? board.title : null,
    pathOf: (fileName: string) => (has(`${folder}/${fileName}`) ? `${folder}/${fileName}` : null),
    person: (id: string) => addPerson(id, builder),
  }
  for (const card of inViewOrder(cards, views)) builder.addItem(readCard(card, context))
}

/** As the first view that was sorted by hand shows them, others behind. */
function inViewOrder(cards: readonly Block[], views: readonly Block[]): readonly Block[] {
  const orders = views.map(({ fields }) => fields['cardOrder'])
  const order =
    orders.find((each): each is readonly unknown[] => Array.isArray(each) && each.length > 0) ?? []
  const places = new Map(order.map((ref, index) => [ref, index]))
  const place = ({ ref }: Block) => places.get(ref) ?? places.size
  return cards.toSorted((a, b) => place(a) - place(b))
}

/** Archives name people by their ids only; the one user of a desktop has none. */
function addPerson(id: string, builder: BoardBuilder): string | null {
  if (id === '' || id === 'single-user' || id === 'system') return null
  builder.addPerson({ ref: id, name: personName(id), email: null })
  return id
}
