import type { PracticeDescription } from '@millrace/core/practice'
import type { Tx } from '../../../platform/db/transaction.ts'

/** What a practice is tied to: states of artifacts, practices before it, and the newest version of its description. */
export type PracticeParts = {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly after: readonly string[]
  readonly published: { readonly number: number; readonly description: PracticeDescription } | null
}

type Row = PracticeParts & { readonly id: string }

/** What practices are tied to; null: all of the organisation. */
export async function findPracticeParts(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<Map<string, PracticeParts>> {
  const rows = await tx.query<Row>({
    name: 'practice_find_parts',
    text: `
select p.id,
  array(select a.state_id from practice_artifact a
    where a.organisation_id = $1 and a.practice_id = p.id and not a.is_output order by 1) as inputs,
  array(select a.state_id from practice_artifact a
    where a.organisation_id = $1 and a.practice_id = p.id and a.is_output order by 1) as outputs,
  array(select o.after_id from practice_order o
    where o.organisation_id = $1 and o.practice_id = p.id order by 1) as after,
  case when v.number is not null
    then json_build_object('number', v.number, 'description', v.description) end as published
from practice p
left join lateral (
  select v.number, v.description
  from practice_version v
  where v.organisation_id = $1
    and v.practice_id = p.id
  order by v.number desc
  limit 1
) v on true
where p.organisation_id = $1
  and ($2::uuid[] is null or p.id = any($2))
order by p.id
limit 10000`,
    values: [organisationId, ids],
  })
  return new Map(rows.map(({ id, ...parts }) => [id, parts]))
}
