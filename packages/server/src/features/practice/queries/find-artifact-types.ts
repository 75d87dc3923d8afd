import type { ArtifactTypeView } from '@millrace/contract'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Types of artifact as everybody sees them, by name, archived ones last; null: all of the organisation. */
export async function readArtifactTypes(
  tx: Tx,
  organisationId: string,
  ids: readonly string[] | null,
): Promise<readonly ArtifactTypeView[]> {
  return await tx.query<ArtifactTypeView>({
    name: 'practice_find_artifact_types',
    text: `
select t.id, t.name, t.kind, t.description, t.areas, t.archived_at as "archivedAt", t.version,
  coalesce((
    select json_agg(json_build_object('id', s.id, 'name', s.name, 'checkpoints', s.checkpoints) order by s.place)
    from artifact_state s
    where s.organisation_id = $1 and s.type_id = t.id
  ), '[]') as states,
  array(
    select distinct a.practice_id
    from artifact_state s
    join practice_artifact a on a.organisation_id = $1 and a.state_id = s.id and a.is_output
    join practice p on p.organisation_id = $1 and p.id = a.practice_id and p.archived_at is null
    where s.organisation_id = $1 and s.type_id = t.id
    order by 1
  ) as "makerIds"
from artifact_type t
where t.organisation_id = $1
  and ($2::uuid[] is null or t.id = any($2))
order by t.archived_at is not null, t.name, t.id
limit 10000`,
    values: [organisationId, ids],
  })
}

/** A state of an artifact with whether its type is archived. */
export type KnownState = { readonly id: string; readonly type_id: string; readonly is_archived: boolean }

/** Which of some states there are. */
export async function findStates(
  tx: Tx,
  organisationId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KnownState>> {
  const rows = await tx.query<KnownState>({
    name: 'practice_find_states',
    text: `
select s.id, s.type_id, t.archived_at is not null as is_archived
from artifact_state s
join artifact_type t on t.organisation_id = s.organisation_id and t.id = s.type_id
where s.organisation_id = $1
  and s.id = any($2::uuid[])
order by s.id`,
    values: [organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** A state that a practice or an artifact names. */
export type StateInUse = {
  readonly id: string
  readonly type_id: string
  readonly name: string
  readonly practice: string
}

/** The states of some types that practices and artifacts name. */
export async function findStatesInUse(
  tx: Tx,
  organisationId: string,
  typeIds: readonly string[],
): Promise<readonly StateInUse[]> {
  return await tx.query<StateInUse>({
    name: 'practice_find_states_in_use',
    text: `
select s.id, s.type_id, s.name, p.name as practice
from artifact_state s
join practice_artifact a on a.organisation_id = s.organisation_id and a.state_id = s.id
join practice p on p.organisation_id = s.organisation_id and p.id = a.practice_id
where s.organisation_id = $1
  and s.type_id = any($2::uuid[])
union
select s.id, s.type_id, s.name, a.name
from artifact_state s
join work_artifact a on a.organisation_id = s.organisation_id and a.type_id = s.type_id
where s.organisation_id = $1
  and s.type_id = any($2::uuid[])
  and (
    a.state_id = s.id
    or exists (
      select
      from item_artifact x
      where x.organisation_id = $1
        and x.artifact_id = a.id
        and x.state_id = s.id
    )
    or exists (
      select
      from artifact_step h
      where h.organisation_id = $1
        and h.artifact_id = a.id
        and s.id in (h.from_id, h.to_id)
    )
  )
order by 1, 4
limit 100000`,
    values: [organisationId, typeIds],
  })
}
