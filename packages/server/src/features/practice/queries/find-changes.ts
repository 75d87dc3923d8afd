import type { PracticeChangeView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Every change of the practices that work of types follows, the newest first. */
export async function readChanges(tx: Tx, organisationId: string): Promise<readonly PracticeChangeView[]> {
  return await tx.query<PracticeChangeView>({
    name: 'practice_read_changes',
    text: `
select c.id, c.type_id as "typeId", c.number, c.from_id as "fromId", c.to_id as "toId", c.kind,
  c.initiative_id as "initiativeId", c.reason, c.at, c.person_id as "personId"
from practice_change c
where c.organisation_id = $1
order by c.at desc, c.type_id, c.number desc
limit 2000`,
    values: [organisationId],
  })
}

/** A type of item with the practice that its work follows now. */
export type TypeFollowing = {
  readonly id: string
  readonly name: string
  readonly practiceId: string | null
  readonly practice: string | null
  /** How often it changed. */
  readonly number: number
}

/** Types of item with the practices that their work follows now. */
export async function findFollowed(
  tx: Tx,
  organisationId: string,
  typeIds: readonly string[],
): Promise<Map<string, TypeFollowing>> {
  if (typeIds.length === 0) return new Map()
  const rows = await tx.query<TypeFollowing>({
    name: 'practice_find_followed',
    text: `
select t.id, t.name, p.id as "practiceId", p.name as practice, coalesce(c.number, 0) as number
from item_type t
left join lateral (
  select c.to_id, c.number
  from practice_change c
  where c.organisation_id = $1
    and c.type_id = t.id
  order by c.number desc
  limit 1
) c on true
left join practice p on p.organisation_id = $1 and p.id = c.to_id
where t.organisation_id = $1
  and t.id = any($2::uuid[])
order by t.id`,
    values: [organisationId, typeIds],
  })
  return new Map(rows.map((row) => [row.id, row]))
}
