import { operations } from '@millrace/contract'
import { blockedMs, type FieldChanges, namesItem } from '@millrace/core/work'
import {
  hiddenItems,
  mayInContainers,
  type QueryContext,
  query,
  refuse,
} from '../../../platform/commands/index.ts'
import { readHistory } from '../../../platform/journal/index.ts'
import { readFill } from '../query-names.ts'
import { findLinesOf, findListsOf } from './find-checklists.ts'
import { findChildren, findItemByName, findItems } from './find-items.ts'
import { findPlaces } from './find-places.ts'
import { findRecurrencesOf, presentRecurrence } from './find-recurrences.ts'
import { findRelationsOf } from './find-relations.ts'
import { readBlockedSpans, readRollUp, readVisits } from './item-history.ts'

/** The item, or as if it were not there when it is not shared with who asks. */
export async function getVisibleItem(context: QueryContext, idOrKey: string) {
  const item = await findItemByName(context.tx, context.organisationId, idOrKey)
  if (!item || !mayInContainers(context.principal.access, 'container.read', item.containerIds)) {
    return refuse('platform.not_found', { what: 'item' })
  }
  return item
}

/** One item with what surrounds it. */
export const getItem = query(operations['work.getItem'], async (context, input) => {
  const { tx, organisationId, principal } = context
  const item = await getVisibleItem(context, input.item)
  const relations = await findRelationsOf(tx, organisationId, [item.id])
  const neighbourIds = new Set(relations.flatMap((relation) => [relation.fromId, relation.toId]))
  if (item.parentId) neighbourIds.add(item.parentId)
  neighbourIds.delete(item.id)
  const neighbours = await findItems(tx, organisationId, [...neighbourIds])
  const children = await findChildren(tx, organisationId, item.id)
  const related = [...neighbours, ...children].filter((other) =>
    mayInContainers(principal.access, 'container.read', other.containerIds),
  )
  const seen = new Set([item.id, ...related.map((other) => other.id)])
  const [visits, rollUp, blocked, places, checklists, checklistLines, series] = await Promise.all([
    readVisits(tx, organisationId, item.id),
    readRollUp(tx, organisationId, item.id),
    readBlockedSpans(tx, organisationId, item.id),
    findPlaces(tx, organisationId, item.id),
    findListsOf(tx, organisationId, item.id),
    findLinesOf(tx, organisationId, item.id),
    findRecurrencesOf(tx, organisationId, [item.id]),
  ])
  const recurrence = series.get(item.id)
  const isShown = recurrence && mayInContainers(principal.access, 'container.read', recurrence.itemContainers)
  const fill = await readFill(context)
  return {
    item: fill(item),
    relations: relations.filter((relation) => seen.has(relation.fromId) && seen.has(relation.toId)),
    related: related.map(fill),
    checklists,
    checklistLines,
    places: places.filter(({ containerId }) =>
      mayInContainers(principal.access, 'container.read', [containerId]),
    ),
    rollUp,
    visits: visits.map((visit) => ({
      stateId: visit.state_id,
      stateGroup: visit.state_group,
      ownerId: visit.owner_id,
      enteredAt: visit.entered_at,
      leftAt: visit.left_at,
    })),
    recurrence: recurrence && isShown ? presentRecurrence(recurrence) : null,
    blockedMs: blockedMs(blocked, context.now),
  }
})

/** What happened to an item, newest first. */
export const listItemActivity = query(operations['work.listItemActivity'], async (context, input) => {
  const item = await getVisibleItem(context, input.item)
  return await historyPage(context, { of: { subjectId: item.id }, input })
})

/** What happened in a container, newest first. */
export const listContainerActivity = query(
  operations['work.listContainerActivity'],
  async (context, input) => {
    if (!mayInContainers(context.principal.access, 'container.read', [input.containerId])) {
      refuse('platform.not_found', { what: 'container' })
    }
    return await historyPage(context, { of: { containerId: input.containerId }, input })
  },
)

async function historyPage(
  context: QueryContext,
  page: {
    readonly of: { readonly subjectId: string } | { readonly containerId: string }
    readonly input: { readonly limit: number; readonly cursor?: string | undefined }
  },
) {
  const { cursor, limit } = page.input
  const before = cursor === undefined ? null : Number(cursor)
  if (before !== null && !Number.isSafeInteger(before)) refuse('platform.cursor_wrong')
  const events = await readHistory(context.tx, {
    organisationId: context.organisationId,
    of: page.of,
    before,
    limit,
  })
  const { hidden } = context.principal.access.fields
  const items = hiddenItems(context.principal.access)
  const shown = events.filter(
    (event) => !event.kind.startsWith('access.') && !isHidden(event, hidden) && !namesItem(event, items),
  )
  return {
    events: shown.map(({ seq, kind, at, actor, subject, data }) => ({ seq, kind, at, actor, subject, data })),
    next: events.length === limit ? String(events.at(-1)?.seq ?? '') : null,
  }
}

/** Whether an event tells of nothing but fields that must not be seen: not even that they were changed. */
function isHidden({ kind, data }: { kind: string; data: object }, hidden: ReadonlySet<string>): boolean {
  if (hidden.size === 0 || kind !== 'work.changed') return false
  const { changes = {} } = data as { changes?: FieldChanges } // As core made it.
  const { fields = {}, ...others } = changes
  return Object.keys(others).length === 0 && Object.keys(fields).every((id) => hidden.has(id))
}
