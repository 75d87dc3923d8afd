import type { ConfidentialItem, ItemWall } from '../../../platform/commands/index.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Somebody of an organisation that has confidential items. */
type Whose = {
  readonly organisationId: string
  readonly personId: string
  /** The containers that they manage. */
  readonly managedIds: readonly string[]
}

/** What stands between somebody and the confidential items of their organisation. */
export function createItemWall(whose: Whose): ItemWall {
  return {
    managedIds: whose.managedIds,
    findHidden: (tx) => findHidden(tx, whose),
    findHiddenAmong: (tx, ids) => findHiddenAmong(tx, whose, ids),
    findConfidential: (tx, ids) => findConfidential(tx, whose.organisationId, ids),
  }
}

/** What a person does not see of what is confidential: `isSeenBy` of core, for `work_item w`. */
const HIDDEN = `w.organisation_id = $1
  and w.seen_by is not null
  and not w.seen_by @> array[$2::uuid]
  and not w.container_ids && $3::uuid[]`

async function findHidden(tx: Tx, whose: Whose): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ id: string }>({
    name: 'identity_find_hidden',
    text: `
select w.id
from work_item w
where ${HIDDEN}
order by w.id`,
    values: [whose.organisationId, whose.personId, whose.managedIds],
  })
  return new Set(rows.map(({ id }) => id))
}

/**
 * Tables with an id of their own and a reference to an item. A test compares them with the database's
 * catalogue.
 */
export const PARTS_OF_ITEMS: readonly (readonly [table: string, column: string])[] = [
  ['assignment', 'item_id'],
  ['checklist', 'item_id'],
  ['checklist_line', 'item_id'],
  ['comment', 'item_id'],
  ['favourite', 'item_id'],
  ['file', 'item_id'],
  ['notification', 'item_id'],
  ['process_activity', 'item_id'],
  ['recurrence', 'item_id'],
  ['relation', 'from_id'],
  ['relation', 'to_id'],
  ['reminder', 'item_id'],
  ['time_entry', 'item_id'],
  ['visit', 'item_id'],
]

const PARTS = PARTS_OF_ITEMS.map(
  ([table, column]) => `
  select p.id, p.${column} as item_id
  from ${table} p
  where p.organisation_id = $1
    and p.id = any($4::uuid[])`,
).join('\n  union all')

async function findHiddenAmong(tx: Tx, whose: Whose, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx.query<{ id: string }>({
    name: 'identity_find_hidden_among',
    text: `
with named as (
  select i.id, i.id as item_id
  from work_item i
  where i.organisation_id = $1
    and i.id = any($4::uuid[])
  union all${PARTS}
)
select n.id
from named n
join work_item w on w.id = n.item_id
where ${HIDDEN}
order by n.id`,
    values: [whose.organisationId, whose.personId, whose.managedIds, ids],
  })
  return new Set(rows.map(({ id }) => id))
}

async function findConfidential(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<readonly ConfidentialItem[]> {
  if (ids.length === 0) return []
  return await tx.query<ConfidentialItem>({
    name: 'identity_find_confidential',
    text: `
select w.id, w.container_ids as "containerIds", w.seen_by as "seenBy"
from work_item w
where w.organisation_id = $1
  and w.id = any($2::uuid[])
  and w.seen_by is not null
order by w.id`,
    values: [organisationId, ids],
  })
}
