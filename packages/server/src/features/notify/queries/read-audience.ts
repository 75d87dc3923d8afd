import type { FollowReason } from '@millrace/core/notify'
import { among } from '../../../platform/db/among.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** People whom news of some items or instances may concern. */
export type AudienceRow = {
  readonly subject_id: string
  readonly person_id: string
  readonly container_ids: readonly string[]
  /** Who sees the item among those who see its containers; null: all of them. */
  readonly seen_by: readonly string[] | null
  readonly reasons: readonly FollowReason[]
  readonly choice: boolean | null
}

/** Whose news is looked for: of items, and what is meant for somebody whatever they have to do with them. */
export type Audience = {
  readonly itemIds: readonly string[]
  readonly addressees: readonly { readonly itemId: string; readonly personId: string }[]
  /** Whoever caused the news: nobody hears of their own acts. */
  readonly by: string | null
}

const AUDIENCE = `
with concerned as (
  select w.id as item_id, part.person_id, part.reason
  from work_item w
  cross join lateral (
    values (w.responsible_id, 'responsible'),
      (w.accountable_id, 'accountable'),
      (w.requester_id, 'requester'),
      (case when w.origin = 'own' then w.created_by end, 'author')
  ) as part (person_id, reason)
  where w.organisation_id = $1
    and w.id = any(${among('$2')})
  union all
  select m.item_id, part.person_id, part.reason
  from comment m
  cross join lateral (
    select m.author_id as person_id, 'commenter' as reason
    union all
    select unnest(m.mentions), 'mentioned'
  ) as part
  where m.organisation_id = $1
    and m.item_id = any(${among('$2')})
    and m.removed_at is null
  union all
  select f.item_id, f.person_id, 'follower'
  from following f
  where f.organisation_id = $1
    and f.item_id = any(${among('$2')})
    and f.is_following
  union all
  select meant.item_id, meant.person_id, null
  from unnest(${among('$3')}, ${among('$4')}) as meant (item_id, person_id)
), people as (
  select c.item_id, c.person_id,
    coalesce(array_agg(distinct c.reason) filter (where c.reason is not null), '{}') as reasons
  from concerned c
  where c.person_id is not null
    and c.person_id is distinct from $5::uuid
  group by c.item_id, c.person_id
)
select p.item_id as subject_id, p.person_id, w.container_ids, w.seen_by, p.reasons, f.is_following as choice
from people p
join work_item w on w.organisation_id = $1 and w.id = p.item_id
left join following f on f.organisation_id = $1 and f.item_id = p.item_id and f.person_id = p.person_id
order by p.item_id, p.person_id`

/** The parts people have in items stand with the items and the discussion: nothing has to be kept in step. */
export async function readAudience(
  tx: Tx,
  organisationId: string,
  audience: Audience,
): Promise<readonly AudienceRow[]> {
  return await tx.query<AudienceRow>({
    name: 'notify_read_audience',
    text: AUDIENCE,
    values: [
      organisationId,
      audience.itemIds,
      audience.addressees.map(({ itemId }) => itemId),
      audience.addressees.map(({ personId }) => personId),
      audience.by,
    ],
  })
}

/** The people whom news of instances is meant for: nobody follows an instance. */
export async function readInstanceAudience(
  tx: Tx,
  organisationId: string,
  addressees: readonly { readonly instanceId: string; readonly personId: string }[],
): Promise<readonly AudienceRow[]> {
  return await tx.query<AudienceRow>({
    name: 'notify_read_instance_audience',
    text: `
select distinct i.id as subject_id, r.person_id, array[i.process_id] as container_ids, null::uuid[] as seen_by,
  '{}'::text[] as reasons, null::boolean as choice
from unnest($2::uuid[], $3::uuid[]) as r (instance_id, person_id)
join process_instance i on i.organisation_id = $1 and i.id = r.instance_id
order by i.id, r.person_id`,
    values: [
      organisationId,
      addressees.map(({ instanceId }) => instanceId),
      addressees.map(({ personId }) => personId),
    ],
  })
}
