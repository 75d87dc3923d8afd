import type { Instant } from '@millrace/core/kernel'
import type { ArtifactKind, ArtifactState } from '@millrace/core/practice'
import { type AreaOfInterest, foldText } from '@millrace/core/work'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** A type of artifact without its states. */
export type ArtifactType = {
  readonly id: string
  readonly name: string
  readonly kind: ArtifactKind
  readonly description: string
  readonly areas: readonly AreaOfInterest[]
  readonly archivedAt: Instant | null
  readonly version: number
}

/** All types of the organisation, locked in the order of their ids. */
export async function lockArtifactTypes(unit: Unit): Promise<Map<string, ArtifactType>> {
  const rows = await unit.tx.query<ArtifactType>({
    name: 'practice_lock_artifact_types',
    text: `
select t.id, t.name, t.kind, t.description, t.areas, t.archived_at as "archivedAt", t.version
from artifact_type t
where t.organisation_id = $1
order by t.id
for no key update`,
    values: [unit.organisationId],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes types of artifact, new ones and changed ones. */
export async function saveArtifactTypes(unit: Unit, types: readonly ArtifactType[]): Promise<void> {
  const rows = types.map(({ archivedAt, ...type }) => ({
    ...{ ...type, fold: foldText(type.name), archived_at: sqlMoment(archivedAt) },
  }))
  await unit.tx.query({
    name: 'practice_save_artifact_types',
    text: `
insert into artifact_type (organisation_id, origin, id, name, fold, kind, description, areas, archived_at, version)
select $1, $3, r.id, r.name, r.fold, r.kind, r.description, r.areas, r.archived_at, r.version
from json_populate_recordset(null::artifact_type, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    fold = excluded.fold,
    kind = excluded.kind,
    description = excluded.description,
    areas = excluded.areas,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows), unit.origin.kind],
  })
}

/** Writes the states of types anew: what is not named any more goes, what is named again keeps its id. */
export async function saveStates(
  unit: Unit,
  byType: ReadonlyMap<string, readonly ArtifactState[]>,
): Promise<void> {
  const rows = [...byType].flatMap(([typeId, states]) =>
    states.map((state, place) => ({ ...state, type_id: typeId, place })),
  )
  await unit.tx.query({
    name: 'practice_drop_states',
    text: `
delete from artifact_state s
where s.organisation_id = $1
  and s.type_id = any($2::uuid[])
  and s.id <> all($3::uuid[])`,
    values: [unit.organisationId, [...byType.keys()], rows.map(({ id }) => id)],
  })
  await unit.tx.query({
    name: 'practice_save_states',
    text: `
insert into artifact_state (organisation_id, id, type_id, place, name, checkpoints)
select $1, r.id, r.type_id, r.place, r.name, r.checkpoints
from json_populate_recordset(null::artifact_state, $2::json) r
on conflict (organisation_id, id) do update
set place = excluded.place,
    name = excluded.name,
    checkpoints = excluded.checkpoints`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
