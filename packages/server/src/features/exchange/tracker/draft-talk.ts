import { LINES_MAX, LIST_NAME_MAX, LISTS_MAX } from '@millrace/core/work'
import type { TrackerChecklist, TrackerItem } from '@millrace/formats/tracker'
import type { OpenComment } from '../../discussion/index.ts'
import type { OpenChecklist } from '../../work/index.ts'
import { stableId } from '../stable-id.ts'
import { dayAt } from './item-days.ts'
import { personIdOf, type TrackerTools, tellItem } from './tracker-source.ts'

const BODY_MAX = 20_000
const LINE_MAX = 500

/** What was said about an item, with who said it and when. */
export function draftComments(
  item: TrackerItem,
  itemId: string,
  tools: TrackerTools,
): readonly OpenComment[] {
  return item.comments.flatMap((comment, index): OpenComment[] => {
    const body = comment.body.trim()
    if (body === '') return []
    const authorId = personIdOf(comment.authorRef, item, tools)
    // Whoever imports lends their hand to people who are not known here, and says whose words these are.
    const name = tools.persons.get(comment.authorRef ?? '')?.name ?? 'Somebody'
    const told = authorId === null ? `**${name}:**\n\n${body}` : body
    if (told.length > BODY_MAX)
      tellItem(tools, item, { code: 'import.comment_cut', params: { max: BODY_MAX } })
    return [
      {
        id: stableId(tools.run, 'comment', `${item.ref} ${index}`),
        itemId,
        authorId: authorId ?? tools.run.started_by,
        body: told.slice(0, BODY_MAX),
        replyToId: null,
        createdAt: comment.at ?? tools.run.created_at,
      },
    ]
  })
}

/** The checklists of an item, as many as it can have. */
export function draftChecklists(
  item: TrackerItem,
  itemId: string,
  tools: TrackerTools,
): readonly OpenChecklist[] {
  let room = LINES_MAX
  let lost = 0
  const lists = item.checklists.map((list, index): OpenChecklist => {
    const lines = draftLines(item, { list, index }, tools)
    const kept = index < LISTS_MAX ? lines.slice(0, room) : []
    room -= kept.length
    lost += lines.length - kept.length
    const id = stableId<'Checklist'>(tools.run, 'checklist', `${item.ref} ${index}`)
    return { id, itemId, name: list.name.slice(0, LIST_NAME_MAX).trim() || 'Checklist', lines: kept }
  })
  if (lost > 0) tellItem(tools, item, { code: 'import.lines_too_many', params: { count: lost } })
  return lists.slice(0, LISTS_MAX)
}

function draftLines(
  item: TrackerItem,
  { list, index }: { readonly list: TrackerChecklist; readonly index: number },
  tools: TrackerTools,
): OpenChecklist['lines'] {
  return list.lines.flatMap(({ text, isDone, personRef, due }, at) => {
    const line = text.replace(/\s+/g, ' ').trim()
    if (line === '') return []
    if (line.length > LINE_MAX) tellItem(tools, item, { code: 'import.line_cut', params: { max: LINE_MAX } })
    return [
      {
        id: stableId<'ChecklistLine'>(tools.run, 'line', `${item.ref} ${index} ${at}`),
        text: line.slice(0, LINE_MAX),
        isDone,
        responsibleId: personIdOf(personRef, item, tools),
        dueOn: due && dayAt(due, tools.surroundings.timeZone),
      },
    ]
  })
}
