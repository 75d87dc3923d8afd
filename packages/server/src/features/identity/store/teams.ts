import type { Unit } from '../../../platform/commands/index.ts'

/** A team as it stands in the table, with its members. */
export type TeamRow = {
  readonly id: string
  readonly parent_id: string | null
  readonly name: string
  readonly member_ids: readonly string[]
  readonly origin: 'own' | 'demo' | 'import'
  readonly archived_at: number | null
  readonly version: number
}

/** Adds teams, or writes the new state of known ones. Members are written apart. */
export async function saveTeams(unit: Unit, rows: readonly TeamRow[]): Promise<void> {
  if (rows.length === 0) return
  const json = rows.map((row) => ({
    ...row,
    archived_at: row.archived_at === null ? null : new Date(row.archived_at).toISOString(),
  }))
  await unit.tx.query({
    name: 'identity_save_teams',
    text: `
insert into team (organisation_id, id, parent_id, name, origin, archived_at, created_at, version)
select $1, r.id, r.parent_id, r.name, r.origin, r.archived_at, to_timestamp($3::bigint / 1000.0), r.version
from json_populate_recordset(null::team, $2::json) r
on conflict (organisation_id, id) do update
set parent_id = excluded.parent_id,
    name = excluded.name,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(json), unit.now],
  })
}

/** Makes exactly these people the members of the given teams. */
export async function saveTeamMembers(unit: Unit, rows: readonly TeamRow[]): Promise<void> {
  await unit.tx.query({
    text: `
with wished as (
  select x.id as team_id, unnest(x.member_ids) as person_id
  from json_to_recordset($2::json) as x (id uuid, member_ids uuid[])
), gone as (
  delete from team_member m
  using json_to_recordset($2::json) as x (id uuid)
  where m.organisation_id = $1
    and m.team_id = x.id
    and not exists (select 1 from wished w where w.team_id = m.team_id and w.person_id = m.person_id)
)
insert into team_member (organisation_id, team_id, person_id)
select $1, team_id, person_id
from wished
on conflict do nothing`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
