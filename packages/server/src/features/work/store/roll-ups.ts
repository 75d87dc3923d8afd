import type { CheckedRollUp, FormulaWorld } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { among } from '../../../platform/db/among.ts'
import { QueryParams } from '../queries/query-params.ts'
import { rollUpSql } from '../queries/roll-up-sql.ts'

/**
 * Locks some items and everything above them, in the order of their ids. What is gathered is read by
 * the next statement, which then sees what others gathered before.
 */
export async function lockUpwards(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    name: 'work_lock_upwards',
    text: `
with recursive above as (
  select w.id, w.parent_id, 0 as depth
  from work_item w
  where w.organisation_id = $1
    and w.id = any(${among('$2')})
  union
  select w.id, w.parent_id, a.depth + 1
  from above a
  join work_item w on w.organisation_id = $1 and w.id = a.parent_id
  where a.depth < 1000
)
select w.id
from work_item w
where w.organisation_id = $1
  and w.id in (select a.id from above a)
order by w.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Locks every item that has sub-items or keeps something gathered from them. */
export async function lockParents(unit: Unit, fieldIds: readonly string[]): Promise<readonly string[]> {
  const rows = await unit.tx.query<{ id: string }>({
    text: `
select w.id
from work_item w
where w.organisation_id = $1
  and (w.child_count > 0 or w.fields ?| $2::text[])
order by w.id
for no key update`,
    values: [unit.organisationId, fieldIds],
  })
  return rows.map(({ id }) => id)
}

type Gathering = {
  readonly rollUps: ReadonlyMap<string, CheckedRollUp>
  readonly world: FormulaWorld
}

/**
 * Gathers anew what locked items keep from their sub-items, all roll-ups in one statement. A sub-item
 * counts when it is in every container of the item and not confidential by itself, so that whoever sees the item
 * may see it too.
 *
 * @returns the items for which something else came out
 */
export async function gather(
  unit: Unit,
  ids: readonly string[],
  { rollUps, world }: Gathering,
): Promise<readonly string[]> {
  const params = new QueryParams(4)
  const written = [...rollUps].map(([id, rollUp], index) => ({
    name: `v${index}`,
    over: rollUp.over,
    id: params.bind(id, 'text'),
    sql: rollUpSql(rollUp, { params, world }),
  }))
  const aggregates = (over: CheckedRollUp['over']) => {
    const own = written.filter((each) => each.over === over)
    return own.length === 0 ? null : own.map(({ sql, name }) => `${sql} as ${name}`).join(', ')
  }
  const pairs = written.map(({ id, name, over }) => `${id}, to_jsonb(${over}.${name})`)
  const rows = await unit.tx.query<{ id: string }>({
    text: gatherSql(pairs, { children: aggregates('children'), below: aggregates('below') }),
    values: [unit.organisationId, ids, [...rollUps.keys()], ...params.values],
  })
  return rows.map(({ id }) => id)
}

type Aggregates = Readonly<Record<CheckedRollUp['over'], string | null>>

const fromChildren = (aggregates: string): string => `
  left join lateral (
    select ${aggregates}
    from work_item c
    where c.organisation_id = $1
      and c.parent_id = p.id
      and c.archived_at is null
      and c.own_seen_by is null
      and c.container_ids @> p.container_ids
  ) children on p.child_count > 0`

const fromBelow = (aggregates: string): string => `
  left join lateral (
    with recursive under as (
      select c.id, 1 as depth
      from work_item c
      where c.organisation_id = $1
        and c.parent_id = p.id
        and c.archived_at is null
        and c.own_seen_by is null
      union all
      select c.id, u.depth + 1
      from under u
      join work_item c on c.organisation_id = $1 and c.parent_id = u.id and c.archived_at is null
        and c.own_seen_by is null
      where u.depth < 1000
    )
    select ${aggregates}
    from under u
    join work_item c on c.organisation_id = $1 and c.id = u.id
    where c.container_ids @> p.container_ids
  ) below on p.child_count > 0`

const gatherSql = (pairs: readonly string[], aggregates: Aggregates): string => `
update work_item w
set fields = found.fields
from (
  select p.id, (p.fields - $3::text[]) || jsonb_strip_nulls(jsonb_build_object(${pairs.join(', ')})) as fields
  from work_item p
  ${aggregates.children === null ? '' : fromChildren(aggregates.children)}
  ${aggregates.below === null ? '' : fromBelow(aggregates.below)}
  where p.organisation_id = $1
    and p.id = any($2::uuid[])
) found
where w.organisation_id = $1
  and w.id = found.id
  and w.fields is distinct from found.fields
returning w.id`

/** Notes for which day of the organisation its roll-ups were gathered. */
export async function noteGathered(unit: Unit, day: string): Promise<void> {
  await unit.tx.query({
    text: `
update custom_field f
set gathered_on = $2
where f.organisation_id = $1
  and f.kind = 'rollUp'
  and f.gathered_on is distinct from $2::date`,
    values: [unit.organisationId, day],
  })
}
