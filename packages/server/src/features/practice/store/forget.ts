import type { Unit } from '../../../platform/commands/index.ts'

/** Deletes practices with everything that hangs on them; those that others come after stay. */
export async function deletePractices(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await unit.tx.query<{ id: string }>({
    name: 'practice_delete_practices',
    text: `
with leaving as (
  select p.id
  from practice p
  where p.organisation_id = $1
    and p.id = any($2::uuid[])
    and not exists (
      select 1
      from practice_order o
      where o.organisation_id = $1
        and o.after_id = p.id
        and o.practice_id <> all($2::uuid[])
    )
), names as (
  delete from practice_name n using leaving l where n.organisation_id = $1 and n.practice_id = l.id
), versions as (
  delete from practice_version v using leaving l where v.organisation_id = $1 and v.practice_id = l.id
), artifacts as (
  delete from practice_artifact a using leaving l where a.organisation_id = $1 and a.practice_id = l.id
), orders as (
  delete from practice_order o using leaving l
  where o.organisation_id = $1 and (o.practice_id = l.id or o.after_id = l.id)
)
delete from practice p
using leaving l
where p.organisation_id = $1
  and p.id = l.id
returning p.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Deletes types of artifact that no practice names. */
export async function deleteArtifactTypes(unit: Unit, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const rows = await unit.tx.query<{ id: string }>({
    name: 'practice_delete_artifact_types',
    text: `
with leaving as (
  select t.id
  from artifact_type t
  where t.organisation_id = $1
    and t.id = any($2::uuid[])
    and not exists (
      select 1
      from artifact_state s
      join practice_artifact a on a.organisation_id = $1 and a.state_id = s.id
      where s.organisation_id = $1
        and s.type_id = t.id
    )
    and not exists (
      select 1
      from work_artifact a
      where a.organisation_id = $1
        and a.type_id = t.id
    )
), states as (
  delete from artifact_state s using leaving l where s.organisation_id = $1 and s.type_id = l.id
)
delete from artifact_type t
using leaving l
where t.organisation_id = $1
  and t.id = l.id
returning t.id`,
    values: [unit.organisationId, ids],
  })
  return rows.map(({ id }) => id)
}

/** Deletes artifacts of some types that no item asks for. */
export async function deleteArtifactsOf(unit: Unit, typeIds: readonly string[]): Promise<void> {
  if (typeIds.length === 0) return
  await unit.tx.query({
    name: 'practice_delete_artifacts',
    text: `
delete from work_artifact a
where a.organisation_id = $1
  and a.type_id = any($2::uuid[])
  and not exists (
    select 1
    from item_artifact x
    where x.organisation_id = $1
      and x.artifact_id = a.id
  )`,
    values: [unit.organisationId, typeIds],
  })
}

/** Deletes how some people judged areas. */
export async function deleteMarksBy(unit: Unit, personIds: readonly string[]): Promise<void> {
  if (personIds.length === 0) return
  await unit.tx.query({
    name: 'practice_delete_marks',
    text: `
delete from area_mark m
where m.organisation_id = $1
  and m.changed_by = any($2::uuid[])`,
    values: [unit.organisationId, personIds],
  })
}
