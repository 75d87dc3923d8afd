import { joinsLine, type News, subjectOf, type Telling, tellings } from '@millrace/core/notify'
import type { Unit } from '../../platform/commands/index.ts'
import { linesChanged } from './notification-event.ts'
import { findEars } from './queries/find-ears.ts'
import { findOpenLines, type OpenLineRow } from './queries/find-open-lines.ts'
import { type AudienceRow, readAudience, readInstanceAudience } from './queries/read-audience.ts'
import { type LineEntry, putLines } from './store/notifications.ts'

/**
 * Tells people what they have to know, in the transaction of what happened: nobody is told of
 * something undone, and nothing done is left untold.
 *
 * @param how.by whoever caused it; null: time itself
 * @param how.alertedOn the day for which alerts are
 * @param how.audience what `findAudience` has found already
 */
export async function tell(
  unit: Unit,
  news: readonly News[],
  how: {
    readonly by: string | null
    readonly alertedOn?: string
    readonly audience?: readonly AudienceRow[] | null
  },
): Promise<void> {
  if (news.length === 0) return
  const audience = how.audience ?? (await findAudience(unit, news, how.by))
  const ears = await findEars(unit.tx, unit.organisationId, audience)
  const told = tellings(news, ears, how.by)
  if (told.length === 0) return
  const open = await findOpenLines(unit.tx, unit.organisationId, {
    subjectIds: [...new Set(told.map((each) => subjectOf(each.news)))],
    personIds: [...new Set(told.map((each) => each.personId))],
  })
  const entries = entriesOf(unit, told, { open, alertedOn: how.alertedOn ?? null })
  await putLines(unit, entries)
  unit.record(
    linesChanged(
      unit,
      entries.map(({ id }) => id),
    ),
  )
}

/** Whom news may concern, by one question at most for items and one for instances. */
export async function findAudience(
  unit: Unit,
  news: readonly News[],
  by: string | null,
): Promise<readonly AudienceRow[]> {
  if (news.length === 0) return []
  const { tx, organisationId } = unit
  const [items, instances] = await Promise.all([
    findItemAudience(unit, news, by),
    instanceAddressees(news).length === 0
      ? []
      : readInstanceAudience(tx, organisationId, instanceAddressees(news)),
  ])
  return [...items, ...instances]
}

async function findItemAudience(
  unit: Unit,
  news: readonly News[],
  by: string | null,
): Promise<readonly AudienceRow[]> {
  const itemIds = new Set(news.flatMap(({ itemId }) => itemId ?? []))
  if (itemIds.size === 0) return []
  const addressees = news.flatMap(({ itemId, to }) =>
    itemId === null ? [] : to.map((personId) => ({ itemId, personId })),
  )
  return await readAudience(unit.tx, unit.organisationId, { itemIds: [...itemIds], addressees, by })
}

function instanceAddressees(news: readonly News[]) {
  return news.flatMap(({ instanceId, to }) =>
    instanceId === null ? [] : to.map((personId) => ({ instanceId, personId })),
  )
}

/** One entry for each person and what it is about: what happened at once is one line in any case. */
function entriesOf(
  unit: Unit,
  told: readonly Telling[],
  known: { readonly open: readonly OpenLineRow[]; readonly alertedOn: string | null },
): readonly LineEntry[] {
  const openLines = new Map(known.open.map((row) => [`${row.subject_id} ${row.person_id}`, row]))
  const together = Map.groupBy(told, ({ news, personId }) => `${subjectOf(news)} ${personId}`)
  return [...together].flatMap(([key, group]) => {
    const [first] = group
    if (!first) return []
    const line = openLines.get(key)
    const joins = line !== undefined && group.every((each) => joinsLine(stateOf(line), reachOf(each)))
    return [
      {
        id: joins ? line.id : unit.newId<'Notification'>(),
        personId: first.personId,
        itemId: first.news.itemId,
        instanceId: first.news.instanceId,
        reason: group.find(({ reason }) => reason === 'addressed')?.reason ?? first.reason,
        isMention: group.some(({ news }) => news.kind === 'mention' || news.kind === 'nudge'),
        events: group.map(({ news }) => ({
          id: news.id,
          kind: news.kind,
          at: news.at,
          personId: 'personId' in news.actor ? news.actor.personId : null,
          commentId: news.commentId,
          facts: news.facts,
        })),
        lastAt: Math.max(...group.map(({ news }) => news.at)),
        alertedOn: known.alertedOn,
      },
    ]
  })
}

function stateOf(row: OpenLineRow) {
  return {
    lastAt: row.last_at,
    eventCount: row.event_count,
    isSnoozed: row.is_snoozed,
    isAlert: row.is_alert,
  }
}

function reachOf({ news, reason }: Telling) {
  return { kind: news.kind, at: news.at, isAddressed: reason === 'addressed' }
}
