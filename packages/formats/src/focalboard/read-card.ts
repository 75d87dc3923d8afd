import { emptyTrackerItem, listOf, type TrackerItem, type TrackerProblems, textOf } from '../tracker/index.ts'
import { type BoardProperties, cardValues, unreadableDays } from './card-properties.ts'
import type { Block } from './read-lines.ts'

/** What of the archive a card refers to. */
export type CardContext = {
  readonly problems: TrackerProblems
  readonly properties: BoardProperties
  /** What lies on each card, by its id. */
  readonly contents: ReadonlyMap<string, readonly Block[]>
  /** The name of the board, when the archive holds several. */
  readonly boardLabel: string | null
  /** Where a file of the board lies in the archive; null when it is not there. */
  readonly pathOf: (fileName: string) => string | null
  /** Notes whoever is named, and gives the reference; null for the one user of a desktop. */
  readonly person: (id: string) => string | null
}

/** A card as an item. */
export function readCard(card: Block, context: CardContext): TrackerItem {
  const { personRefs, labels, ...values } = cardValues(card, context.properties)
  const blocks = inOrder(card, context.contents.get(card.ref) ?? [])
  for (const params of unreadableDays(card, context.properties))
    context.problems.tell({ code: 'tracker.date_unreadable', line: card.line, subject: card.title, params })
  const lines = blocks.filter(({ type, title }) => type === 'checkbox' && title !== '')
  return {
    ...emptyTrackerItem,
    ...values,
    ref: card.ref,
    line: card.line,
    title: card.title || 'Untitled',
    description: blocks.map(textOfBlock).filter(Boolean).join('\n\n'),
    personRefs: personRefs.flatMap((id) => context.person(id) ?? []),
    reporterRef: context.person(card.createdBy),
    labels: [...labels, ...(context.boardLabel ? [context.boardLabel] : [])],
    createdAt: card.createdAt,
    checklists:
      lines.length === 0
        ? []
        : [
            {
              name: '',
              lines: lines.map(({ title, fields }) => ({
                text: title,
                isDone: fields['value'] === true,
                personRef: null,
                due: null,
              })),
            },
          ],
    comments: blocks
      .filter(({ type }) => type === 'comment')
      .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
      .map(({ createdBy, createdAt, title }) => ({
        authorRef: context.person(createdBy),
        at: createdAt,
        body: title,
      })),
    attachments: blocks.flatMap((block) => fileOf(block, card, context)),
  }
}

/** Contents in the order that the card gives them, those that it does not name behind. */
function inOrder(card: Block, blocks: readonly Block[]): readonly Block[] {
  const order = new Map(
    listOf(card.fields['contentOrder'])
      // Contents side by side stand in a list of their own.
      .flatMap(listedRefs)
      .map((ref, index) => [ref, index] as const),
  )
  const place = ({ ref }: Block) => order.get(ref) ?? order.size
  return blocks.toSorted((a, b) => place(a) - place(b))
}

function listedRefs(entry: unknown): readonly string[] {
  return Array.isArray(entry) ? listOf(entry).map(textOf) : [textOf(entry)]
}

function textOfBlock({ type, title }: Block): string {
  switch (type) {
    case 'text':
      return title
    case 'h1':
    case 'h2':
    case 'h3':
      return title && `${'#'.repeat(Number(type.slice(1)))} ${title}`
    case 'quote':
      return title.replace(/^/gm, '> ')
    case 'list-item':
      return title && `- ${title}`
    case 'divider':
      return '---'
    default:
      return ''
  }
}

const FILES = new Set(['image', 'attachment', 'video', 'file'])

function fileOf(
  { type, title, fields, line }: Block,
  card: Block,
  { pathOf, problems }: CardContext,
): TrackerItem['attachments'] {
  const fileName = textOf(fields['fileId']) || textOf(fields['attachmentId'])
  if (!FILES.has(type) || fileName === '') return []
  const path = pathOf(fileName)
  if (path !== null) return [{ name: title || textOf(fields['filename']) || fileName, path }]
  const params = { name: fileName.slice(0, 120) }
  problems.tell({ code: 'tracker.file_missing', line, subject: card.title, params })
  return []
}
