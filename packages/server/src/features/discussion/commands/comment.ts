import { operations } from '@millrace/contract'
import {
  checkVersion,
  command,
  demand,
  mayInContainers,
  refuse,
  type Unit,
} from '../../../platform/commands/index.ts'
import { commentEvent } from '../comment-event.ts'
import { checkMentions } from '../mentions.ts'
import { findComments } from '../queries/find-comments.ts'
import { findTalkedItems, type TalkedItem } from '../queries/find-talked.ts'
import { type Comment, insertComments, lockComments, updateComments } from '../store.ts'

/** Says something about items. */
export const addComment = command(operations['discussion.addComment'], async (unit, inputs) => {
  const items = await findTalkedItems(unit.tx, unit.organisationId, [
    ...new Set(inputs.map((one) => one.itemId)),
  ])
  const comments = inputs.map((input, index): Comment => {
    const item = talked(unit, items.get(input.itemId), { what: 'item', index })
    if (item.is_archived) refuse('work.archived', { key: item.key }, index)
    const { id, itemId, body, mentions, replyToId } = input
    const said = { id, itemId, body, replyToId, mentions: [...new Set(mentions)] }
    const { principal, now: createdAt } = unit
    return { ...said, authorId: principal.personId, createdAt, editedAt: null, removedAt: null, version: 1 }
  })
  await checkReplies(unit, comments)
  await checkMentions(unit, comments, items)
  await insertComments(unit, comments)
  unit.record(
    comments.map((comment) =>
      commentEvent(unit, {
        kind: 'discussion.added',
        comment,
        containerId: homeOf(comment, items),
        called: comment.mentions,
      }),
    ),
  )
  return comments
})

/** The item, when the person may talk about it; otherwise it is refused or as if it were not there. */
function talked(
  unit: Unit,
  item: TalkedItem | undefined,
  about: { readonly what: string; readonly index: number },
): TalkedItem {
  const { what, index } = about
  const containerIds = item?.container_ids ?? []
  demand(unit.principal.access, { permission: 'item.comment', containerIds, what }, index)
  return item ?? refuse('platform.not_found', { what }, index)
}

/** An answer belongs to something said about the same item, earlier or in the same batch. */
async function checkReplies(unit: Unit, comments: readonly Comment[]): Promise<void> {
  const wanted = [...new Set(comments.flatMap((comment) => comment.replyToId ?? []))]
  if (wanted.length === 0) return
  const found = await findComments(unit.tx, unit.organisationId, wanted)
  const said = new Map(found.map(({ comment }) => [comment.id, comment]))
  comments.forEach((comment, index) => {
    const answered = comment.replyToId === null ? comment : said.get(comment.replyToId)
    if (answered?.itemId !== comment.itemId) refuse('discussion.reply_unknown', {}, index)
    said.set(comment.id, comment)
  })
}

/** Changes what people said themselves. */
export const editComment = command(operations['discussion.editComment'], async (unit, inputs) => {
  const { comments, items } = await loadSaid(unit, inputs)
  const edited = inputs.map((input, index) => {
    const { comment } = saidFor(unit, { comments, items }, { id: input.id, index })
    if (comment.authorId !== unit.principal.personId) refuse('discussion.not_yours', {}, index)
    if (comment.removedAt !== null) refuse('discussion.removed', {}, index)
    checkVersion({ version: comment.version, what: 'comment' }, input, index)
    const mentions = input.mentions ? [...new Set(input.mentions)] : comment.mentions
    const after = { ...comment, body: input.body, mentions, editedAt: unit.now, version: comment.version + 1 }
    comments.set(after.id, after)
    return { comment: after, called: mentions.filter((personId) => !comment.mentions.includes(personId)) }
  })
  const after = edited.map(({ comment }) => comment)
  await checkMentions(unit, after, items)
  await updateComments(unit, [...comments.values()])
  unit.record(
    edited.map((each) =>
      commentEvent(unit, { kind: 'discussion.edited', ...each, containerId: homeOf(each.comment, items) }),
    ),
  )
  return after
})

/** Takes comments back: one's own, or any where one manages. The words are gone, the place stays. */
export const removeComment = command(operations['discussion.removeComment'], async (unit, inputs) => {
  const { comments, items } = await loadSaid(unit, inputs)
  const { access, personId } = unit.principal
  const removed = inputs.map((input, index): Comment => {
    const { comment, item } = saidFor(unit, { comments, items }, { id: input.id, index })
    const isManager = mayInContainers(access, 'container.manage', item.container_ids)
    if (comment.authorId !== personId && !isManager) refuse('discussion.not_yours', {}, index)
    if (comment.removedAt !== null) return comment
    const after = { ...comment, body: '', mentions: [], removedAt: unit.now, version: comment.version + 1 }
    comments.set(after.id, after)
    const containerId = homeOf(after, items)
    unit.record([commentEvent(unit, { kind: 'discussion.removed', comment: after, containerId, called: [] })])
    return after
  })
  await updateComments(unit, [...comments.values()])
  return removed
})

type Said = { readonly comments: Map<string, Comment>; readonly items: ReadonlyMap<string, TalkedItem> }

async function loadSaid(unit: Unit, inputs: readonly { readonly id: string }[]): Promise<Said> {
  const ids = [...new Set(inputs.map((input) => input.id))]
  const comments = await lockComments(unit, ids)
  const itemIds = [...new Set([...comments.values()].map((comment) => comment.itemId))]
  return { comments, items: await findTalkedItems(unit.tx, unit.organisationId, itemIds) }
}

function saidFor(
  unit: Unit,
  { comments, items }: Said,
  wanted: { readonly id: string; readonly index: number },
) {
  const { id, index } = wanted
  const comment = comments.get(id)
  if (!comment) return refuse('platform.not_found', { what: 'comment' }, index)
  return { comment, item: talked(unit, items.get(comment.itemId), { what: 'comment', index }) }
}

function homeOf({ itemId }: Comment, items: ReadonlyMap<string, TalkedItem>): string | null {
  return items.get(itemId)?.container_ids[0] ?? null
}
