import type { Instant } from '@millrace/core/kernel'
import type { ArtifactEvidence } from '@millrace/core/practice'
import type { Unit } from '../../../platform/commands/index.ts'
import { sqlMoment } from '../../../platform/db/sql-moment.ts'

/** Something that work makes. */
export type Artifact = {
  readonly id: string
  readonly containerId: string
  readonly typeId: string
  readonly name: string
  readonly stateId: string | null
  readonly link: string
  readonly edition: number
  readonly archivedAt: Instant | null
  readonly version: number
}

/** The columns of `work_artifact a`, named as the fields. */
export const ARTIFACT_COLUMNS = `a.id, a.container_id as "containerId", a.type_id as "typeId", a.name,
  a.state_id as "stateId", a.link, a.edition, a.archived_at as "archivedAt", a.version`

/** Artifacts by id, locked in the order of their ids. */
export async function lockArtifacts(unit: Unit, ids: readonly string[]): Promise<Map<string, Artifact>> {
  const rows = await unit.tx.query<Artifact>({
    name: 'practice_lock_artifacts',
    text: `
select ${ARTIFACT_COLUMNS}
from work_artifact a
where a.organisation_id = $1
  and a.id = any($2::uuid[])
order by a.id
for no key update`,
    values: [unit.organisationId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Writes artifacts, new ones and changed ones. */
export async function saveArtifacts(unit: Unit, artifacts: readonly Artifact[]): Promise<void> {
  const rows = artifacts.map((one) => ({
    ...{ id: one.id, container_id: one.containerId, type_id: one.typeId, name: one.name },
    ...{ state_id: one.stateId, link: one.link, edition: one.edition, created_at: sqlMoment(unit.now) },
    ...{ archived_at: sqlMoment(one.archivedAt), version: one.version },
  }))
  await unit.tx.query({
    name: 'practice_save_artifacts',
    text: `
insert into work_artifact
  (organisation_id, id, container_id, type_id, name, state_id, link, edition, created_at, archived_at, version)
select $1, r.id, r.container_id, r.type_id, r.name, r.state_id, r.link, r.edition, r.created_at, r.archived_at, r.version
from json_populate_recordset(null::work_artifact, $2::json) r
on conflict (organisation_id, id) do update
set name = excluded.name,
    state_id = excluded.state_id,
    link = excluded.link,
    edition = excluded.edition,
    archived_at = excluded.archived_at,
    version = excluded.version`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** The state of an artifact that an item asks for. */
export type Asked = {
  readonly itemId: string
  readonly artifactId: string
  readonly stateId: string
  readonly evidence: readonly ArtifactEvidence[]
  readonly deliveredAt: Instant | null
}

/** Writes what items ask for, anew or changed. */
export async function saveAsked(unit: Unit, asked: readonly Asked[]): Promise<void> {
  const rows = asked.map((one) => ({
    ...{ item_id: one.itemId, artifact_id: one.artifactId, state_id: one.stateId, evidence: one.evidence },
    delivered_at: sqlMoment(one.deliveredAt),
  }))
  await unit.tx.query({
    name: 'practice_save_asked',
    text: `
insert into item_artifact (organisation_id, item_id, artifact_id, state_id, evidence, delivered_at)
select $1, r.item_id, r.artifact_id, r.state_id, r.evidence, r.delivered_at
from json_populate_recordset(null::item_artifact, $2::json) r
on conflict (organisation_id, item_id, artifact_id) do update
set state_id = excluded.state_id,
    evidence = excluded.evidence,
    delivered_at = excluded.delivered_at`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}

/** Takes away what items ask for. */
export async function deleteAsked(
  unit: Unit,
  asked: readonly { readonly itemId: string; readonly artifactId: string }[],
): Promise<void> {
  await unit.tx.query({
    name: 'practice_delete_asked',
    text: `
delete from item_artifact x
using json_to_recordset($2::json) as r ("itemId" uuid, "artifactId" uuid)
where x.organisation_id = $1
  and x.item_id = r."itemId"
  and x.artifact_id = r."artifactId"`,
    values: [unit.organisationId, JSON.stringify(asked)],
  })
}

/** How an artifact came to another state. */
export type NewArtifactStep = {
  readonly artifactId: string
  readonly number: number
  readonly from: string | null
  readonly to: string | null
  readonly itemId: string
  readonly evidence: readonly ArtifactEvidence[]
}

/** Adds to the history of artifacts. */
export async function insertArtifactSteps(unit: Unit, steps: readonly NewArtifactStep[]): Promise<void> {
  const rows = steps.map(({ artifactId, from, to, itemId, ...rest }) => ({
    ...{ ...rest, artifact_id: artifactId, from_id: from, to_id: to, item_id: itemId },
    ...{ at: sqlMoment(unit.now), person_id: unit.principal.personId },
  }))
  await unit.tx.query({
    name: 'practice_insert_artifact_steps',
    text: `
insert into artifact_step (organisation_id, artifact_id, number, from_id, to_id, item_id, evidence, at, person_id)
select $1, r.artifact_id, r.number, r.from_id, r.to_id, r.item_id, r.evidence, r.at, r.person_id
from json_populate_recordset(null::artifact_step, $2::json) r`,
    values: [unit.organisationId, JSON.stringify(rows)],
  })
}
